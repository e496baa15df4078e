# What a newcomer types. Each line calls a script of the same name, which says what it does.
.PHONY: help run test format bench bench-peer

help:
	@echo "make run     build Ruche and open it on http://localhost:8080 with a demonstration"
	@echo "make test    check everything: format, SQLite, PostgreSQL, pages in a browser"
	@echo "make bench   measure pages and memory, release build, on both engines (make bench size=large for a million posts)"
	@echo "make format  lay out the Swift code as .swift-format says"

run:
	@script/run

test:
	@script/test

bench:
	@script/bench $(size)

bench-peer:
	@script/bench-peer

format:
	@swift format --in-place --parallel --recursive Sources Tests Package.swift
