from certificates.domain.masking import mask_name
from certificates.domain.wording import fill, unknown_placeholders


def test_placeholders_are_filled_and_english_falls_back_to_chinese() -> None:
    values = {"award": "一等奖", "event_en": "Welding", "event": "焊接"}
    assert fill("获{award}", values) == "获一等奖"
    assert fill("{award_en} in {event_en}", values) == "一等奖 in Welding"


def test_nothing_is_evaluated() -> None:
    assert unknown_placeholders("{award.__class__} {0} {holder_name}") == ["0", "award.__class__"]
    assert fill("{award}", {"award": "{issuer}", "issuer": "x"}) == "{issuer}"


def test_masked_names() -> None:
    assert [mask_name(name) for name in ("张三", "欧阳示例", "李", "")] == ["张*", "欧***", "李*", ""]
