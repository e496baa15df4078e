"""A real list's past: what Ruche makes of it is computed anew by a program that shares no code with it."""

import importlib.util
import json
import os
import pathlib

import pytest
from serving import ROOT, Mailbox, Server

DATA = pathlib.Path(os.environ.get("RUCHE_SHARED_DATA", ROOT.parent / "shared/data"))
ARCHIVE = DATA / "archives/twisted-web-2004-2006.mbox.gz"
DAYS = ["2004-06-30", "2004-12-31", "2005-06-30", "2006-06-15", "2006-12-31", "2007-11-30"]


def checker():
    path = ROOT / "Tests/Acceptance/check_import.py"
    spec = importlib.util.spec_from_file_location("check_import", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(not ARCHIVE.exists(), reason="the archives are kept beside the checkout, and are not there")
def test_the_threads_and_figures_of_a_real_archive_are_right(tmp_path):
    server = Server(tmp_path, Mailbox())
    report = json.loads(server.run("import", "mbox", str(ARCHIVE), "--community", "liste", "--json"))
    assert report["messages"] == report["imported"] + report["duplicates"] + len(report["refused"]) == 3149
    evaluations = [json.loads(server.run("evaluate", "liste", "--at", day, "--json")) for day in DAYS]
    count, read, differences = checker().compare(str(ARCHIVE), evaluations)
    assert (count, read) == (report["messages"], report["imported"])
    assert not differences, "\n".join(differences)
    again = json.loads(server.run("import", "mbox", str(ARCHIVE), "--community", "liste", "--json"))
    assert (again["imported"], again["duplicates"]) == (0, 3149)
