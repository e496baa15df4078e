"""Entering Ruche."""

import urllib.request


def test_the_server_says_that_it_is_well(server):
    with urllib.request.urlopen(f"{server.url}/sante", timeout=5) as answer:
        assert answer.status == 200
