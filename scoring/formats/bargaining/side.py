from enum import Enum


class Side(Enum):
    LABOUR = "labour"
    EMPLOYER = "employer"

    @property
    def other(self) -> "Side":
        return Side.EMPLOYER if self is Side.LABOUR else Side.LABOUR
