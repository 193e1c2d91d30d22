"""Levels of skill as they stand on certificates (code, Chinese, English)."""

LEVELS = {
    "5": ("五级/初级工", "Level 5 / Junior skilled worker"),
    "4": ("四级/中级工", "Level 4 / Intermediate skilled worker"),
    "3": ("三级/高级工", "Level 3 / Senior skilled worker"),
    "2": ("二级/技师", "Level 2 / Technician"),
    "1": ("一级/高级技师", "Level 1 / Senior technician"),
}


def level_label(code: str) -> tuple[str, str]:
    return LEVELS.get(code, (code, code))
