"""What can be wrong with a file or a cell, in words for whoever made the file."""

from common.errors import problem

FILE_TOO_LARGE = problem(
    "file_too_large",
    413,
    "文件超过 {limit_mb} MB，请删去图片等无关内容后重新上传。",
    "The file is larger than {limit_mb} MB. Please remove pictures and other extras and upload it again.",
)
WORKBOOK_UNREADABLE = problem(
    "workbook_unreadable",
    422,
    "无法读取该文件，它不是有效的 .xlsx 工作簿。请在 Excel 或 WPS 中打开后另存为 .xlsx 再上传。",
    "This is not a readable .xlsx workbook. Please open it in Excel or WPS, save it as .xlsx and upload that.",
)
WORKBOOK_LOCKED = problem(
    "workbook_old_or_locked",
    422,
    "该文件是旧版 .xls 或设有密码。请取消密码并另存为 .xlsx 后再上传。",
    "This is an old .xls file or has a password. Please save it as .xlsx without a password.",
)
WORKBOOK_UNSAFE = problem(
    "workbook_unsafe",
    422,
    "该工作簿的内部结构异常，为安全起见未打开。请新建工作簿，只粘贴数值后再上传。",
    "The inside of this workbook looks unsafe, so it was not opened. Please paste the values into a new workbook.",
)
TOO_MANY_ROWS = problem(
    "too_many_rows",
    422,
    "表格超过 {limit} 行，请分成几个文件上传。",
    "The table has more than {limit} rows. Please split it into several files.",
)
TOO_MANY_COLUMNS = problem(
    "too_many_columns",
    422,
    "表格超过 {limit} 列，请删去右侧多余的列。",
    "The table has more than {limit} columns. Please delete what is not needed on the right.",
)
TEXT_ENCODING_UNKNOWN = problem(
    "text_encoding_unknown",
    422,
    "无法识别文本文件的编码。请另存为 .xlsx，或“CSV UTF-8”后再上传。",
    "The encoding of this text file is unknown. Please save it as .xlsx or as “CSV UTF-8”.",
)
TABLE_EMPTY = problem(
    "table_empty",
    422,
    "表格中没有数据，请填写后再上传。",
    "There are no rows in the table. Please fill it in and upload it again.",
)
COLUMNS_MISSING = problem(
    "columns_missing",
    422,
    "没有找到这些列：{columns}。请检查表头文字，表头须在前 10 行内。",
    "These columns were not found: {columns}. Please check the heading, which must be within the first 10 rows.",
)
COLUMN_TWICE = problem(
    "column_twice",
    422,
    "{first} 列和 {second} 列都是“{field}”，请只保留一列。",
    "Columns {first} and {second} both hold “{field}”. Please keep one of them.",
)
CELL_HAS_FORMULA = problem(
    "cell_has_formula",
    422,
    "单元格 {cell} 含有公式，请改为数值（复制后“选择性粘贴→数值”）。",
    "Cell {cell} holds a formula. Please replace it by its value (paste special → values).",
)
CELL_IS_MERGED = problem(
    "cell_is_merged",
    422,
    "单元格区域 {range} 是合并单元格，请取消合并并逐行填写。",
    "Cells {range} are merged. Please unmerge them and fill in each row.",
)
NUMBER_LOST_DIGITS = problem(
    "number_lost_digits",
    422,
    "单元格 {cell} 的号码被存为数字，末位已丢失。请把该列设为“文本”格式后重新填写。",
    "Cell {cell} was kept as a number and lost its last digits. Please format the column as text and type it again.",
)
