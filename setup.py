"""What pyproject.toml cannot say: a built package holds the translations as the program reads them."""

from __future__ import annotations

from pathlib import Path

import polib
from setuptools import setup
from setuptools.command.build_py import build_py


def compile_catalogues(package: Path) -> None:
    """Put a ``.mo`` beside each ``.po`` of a package that is being built."""
    for source in package.glob("locale/*/LC_MESSAGES/*.po"):
        polib.pofile(str(source), encoding="utf-8").save_as_mofile(str(source.with_suffix(".mo")))


class WithCatalogues(build_py):
    """The usual build, and the translations."""

    def run(self) -> None:
        """Copy modules and data, then compile."""
        super().run()
        compile_catalogues(Path(self.build_lib) / "dateline")


if __name__ == "__main__":
    setup(cmdclass={"build_py": WithCatalogues})
