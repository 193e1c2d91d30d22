"""How a name is shown to a stranger: 张三 → 张*, 欧阳示例 → 欧***, Zhang San → Z********."""


def mask_name(name: str) -> str:
    shown = name.strip()
    return shown[:1] + "*" * max(1, len(shown) - 1) if shown else ""
