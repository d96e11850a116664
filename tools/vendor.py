"""Bring the few files we keep from others into the repository, and record where they came from.

Run at maintenance time only (`python tools/vendor.py`); nothing is fetched when Kollegium is installed.
Each package is packed with the machine's own npm client, so its configured registry decides the source;
the record (`VENDOR.toml`) names package, version, licence and sha256, never an address.
"""

import hashlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STATIC = ROOT / "src/kollegium/ui/static/ui"

ICON_NAMES = Path(__file__).with_name("icons.txt")


@dataclass(frozen=True, slots=True)
class Package:
    """One package, the files we keep of it (path inside the package → path in `folder`) and its licence."""

    name: str
    version: str
    licence: str
    folder: Path
    files: dict[str, str]


PACKAGES = (
    Package(
        "htmx.org",
        "4.0.1",
        "0BSD",
        STATIC / "vendor/htmx",
        {"dist/htmx.min.js": "htmx.min.js", "LICENSE": "LICENSE.txt"},
    ),
    Package(
        "@fontsource-variable/inter",
        "5.3.0",
        "OFL-1.1",
        STATIC / "fonts",
        {"files/inter-latin-wght-normal.woff2": "inter-latin-wght-normal.woff2", "LICENSE": "LICENSE.txt"},
    ),
    Package("lucide-static", "1.62.0", "ISC", STATIC / "icons", {"LICENSE": "LICENSE.txt"}),
    Package(
        "axe-core",
        "4.14.1",
        "MPL-2.0",
        ROOT / "tests/browser/vendor/axe-core",
        {"axe.min.js": "axe.min.js", "locales/sv.json": "sv.json", "LICENSE": "LICENSE.txt"},
    ),
)


def unpack(package: Package, into: Path) -> Path:
    """Pack the named version with npm and return the folder it was unpacked to.

    Raises: `subprocess.CalledProcessError` when npm cannot bring the package.
    """
    command = ["npm", "pack", f"{package.name}@{package.version}", "--silent"]
    done = subprocess.run(command, cwd=into, check=True, capture_output=True, text=True)
    archive = into / done.stdout.strip().splitlines()[-1]
    target = into / archive.stem
    with tarfile.open(archive) as packed:
        packed.extractall(target, filter="data")
    return target / "package"


def write_sprite(source: Path, target: Path) -> None:
    """Write one SVG with a `<symbol>` per icon; colour and line width come from the page's CSS."""
    symbols = []
    for name in ICON_NAMES.read_text(encoding="utf-8").split():
        drawing = (source / "icons" / f"{name}.svg").read_text(encoding="utf-8")
        body = re.sub(
            r"\s+", " ", drawing[drawing.index(">", drawing.index("<svg")) + 1 : drawing.rindex("</svg>")]
        )
        symbols.append(f'<symbol id="{name}" viewBox="0 0 24 24">{body.strip()}</symbol>')
    content = '<svg xmlns="http://www.w3.org/2000/svg">\n' + "\n".join(symbols) + "\n</svg>\n"
    target.write_text(content, encoding="utf-8")


def write_record(package: Package) -> None:
    """Write `VENDOR.toml` beside the files: what they are, under which licence, and their sha256."""
    kept = sorted(path for path in package.folder.iterdir() if path.name != "VENDOR.toml")
    lines = [f'name = "{package.name}"', f'version = "{package.version}"', f'licence = "{package.licence}"']
    lines += ["", "[sha256]"]
    lines += [f'"{path.name}" = "{hashlib.sha256(path.read_bytes()).hexdigest()}"' for path in kept]
    (package.folder / "VENDOR.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def vendor(package: Package) -> None:
    """Replace the package's folder in the repository by the files of the named version."""
    with tempfile.TemporaryDirectory() as scratch:
        source = unpack(package, Path(scratch))
        shutil.rmtree(package.folder, ignore_errors=True)
        package.folder.mkdir(parents=True)
        for inside, kept in package.files.items():
            shutil.copyfile(source / inside, package.folder / kept)
        if package.name == "lucide-static":
            write_sprite(source, package.folder / "sprite.svg")
    write_record(package)


def main() -> int:
    """Bring every package, or those named on the command line."""
    wanted = set(sys.argv[1:])
    for package in PACKAGES:
        if not wanted or package.name in wanted:
            vendor(package)
            print(f"{package.name} {package.version} → {package.folder.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
