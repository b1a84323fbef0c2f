"""A real cluster of several processes on this machine writes what one process writes, byte for byte."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from soordered.bulk.engines.engine import Engine
from soordered.bulk.engines.local import LocalEngine
from soordered.bulk.engines.ray_cluster import RayEngine
from soordered.bulk.read_files import read_lines
from soordered.bulk.words_from_column import ColumnKindError
from soordered.wiring.bulk_runs import bulk
from tests.bulk.readers import counting_reader
from tests.bulk.test_read_files import folder_of
from tests.bulk.test_run_bulk import portfolio
from tests.conftest import skip_or_fail

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::FutureWarning", "ignore::DeprecationWarning"),
]


@pytest.fixture(autouse=True)
def _installed() -> None:
    if find_spec("ray") is None:
        skip_or_fail("ray is not installed; pip install 'soordered[ray]'.")


def test_a_cluster_writes_the_bytes_of_one_process(tmp_path: Path) -> None:
    source = tmp_path / "in.parquet"
    pq.write_table(portfolio(1_500), source, row_group_size=200)

    bulk(source, tmp_path / "one.parquet", workers=1)
    done = bulk(source, tmp_path / "many.parquet", engine="ray", workers=2)
    bulk(source, tmp_path / "parts", engine="ray", workers=2)
    bulk(source, tmp_path / "alone", workers=1)

    assert done.done.rows == 1_500
    assert (tmp_path / "one.parquet").read_bytes() == (tmp_path / "many.parquet").read_bytes()
    parts = sorted(path.name for path in (tmp_path / "alone").iterdir())
    assert len(parts) == 9
    for name in parts:
        assert (tmp_path / "parts" / name).read_bytes() == (tmp_path / "alone" / name).read_bytes()


def test_trouble_in_a_worker_is_told_in_its_own_words(tmp_path: Path) -> None:
    pq.write_table(pa.table({"trigger": [1.5], "period": ["3 days"]}), tmp_path / "in.parquet")

    with pytest.raises(ColumnKindError, match="trigger holds double"):
        bulk(tmp_path / "in.parquet", tmp_path / "out.parquet", engine="ray", workers=2)
    assert not (tmp_path / "out.parquet").exists()


def test_a_cluster_reads_the_lines_of_one_process(tmp_path: Path) -> None:
    """Also when a file kills its process, as a trap of a PDF can."""
    paths = folder_of(tmp_path, ["sleep", *("é" * n for n in range(12)), "die always", "the last"])
    told: list[int] = []

    def lines(engine: Engine) -> list[str]:
        found = read_lines(paths, counting_reader, engine, progress=lambda done, _: told.append(done))
        return [line.text for line in found]

    many = lines(RayEngine(2))

    assert told == list(range(1, 16))
    assert "died, twice" in many[13]
    del paths[13]
    assert lines(LocalEngine()) == [*many[:13], many[14]]
