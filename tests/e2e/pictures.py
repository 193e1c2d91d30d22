"""Makes the README's pictures small enough for a repository: `python -m tests.e2e.pictures`."""

from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
MOST = 200_000  # bytes


def main() -> None:
    folder = ROOT / "docs" / "pictures"
    folder.mkdir(exist_ok=True)
    for source in sorted((ROOT / "var" / "screenshots" / "readme").glob("*.png")):
        target = folder / source.name
        picture = Image.open(source).convert("RGB")
        for colours in (256, 128, 64):
            picture.quantize(colours, dither=Image.Dither.NONE).save(target, optimize=True)
            if target.stat().st_size <= MOST:
                break
        print(f"{target.relative_to(ROOT)}  {target.stat().st_size // 1000} kB")  # noqa: T201


if __name__ == "__main__":
    main()
