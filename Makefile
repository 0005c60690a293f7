# Parcours: everything that people and machines run. `make` alone lists it.

# What the engine links against, and what the tests need besides.
ENGINE_PACKAGES := git pkg-config libxml2-dev libzip-dev zlib1g-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libsodium-dev \
    libsqlite3-dev libssl-dev
TEST_PACKAGES := python3 python3-venv python3-pyte tmux strace faketime libxml2-utils gcc libc6-dev unzip curl wrk \
    chromium chromium-driver fonts-liberation2 nginx-light openssl systemd

PREFIX ?= /usr/local
COURSE ?= Courses/spaser
PORT ?= 8080
DIR ?=

# One configuration each, so that nothing is built twice: debug for tests, release for people and benchmarks.
STRICT := -Xswiftc -warnings-as-errors --explicit-target-dependency-import-check error
DEBUG := $(CURDIR)/.build/debug/parcours
RELEASE := $(CURDIR)/.build/release/parcours

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run test test-all test-long check bench conformance conformance-web install lint setup setup-test swift cases debug release

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' Makefile

run: release  ## build what is missing and open the SPASER course in a browser (COURSE=…, PARCOURS_DATA=…, PORT=…)
	@exec '$(RELEASE)' serve --browser --next-port --port '$(PORT)' '$(COURSE)'

test: setup-test check  ## unit tests and short scenarios: what a change must pass
	Tests/Scenarios/run '$(DEBUG)'

test-all: test test-long  ## `test`, then the long ones

test-long: setup-test debug release  ## only what `test` leaves out: kill loops, faults, tens of thousands of navigations, benchmarks in short, DIR=… if given
	Tests/Scenarios/run --long '$(DEBUG)'
	PARCOURS_WALKS=200 swift test --skip-build --disable-xctest $(STRICT) --filter 'PropertyTests|WayOutTests'
	PARCOURS_BENCH=smoke $(MAKE) --no-print-directory bench
	Tests/Fuzz/run
	$(if $(DIR),$(MAKE) --no-print-directory conformance)

check: debug  ## fast loop: build, unit tests of all rooms
	swift test --skip-build --disable-xctest $(STRICT)

bench: release  ## benchmarks, on the release build
	@set -e; for bench in $(wildcard Tests/Benchmarks/*/run Tests/Benchmarks/*/*.py); do \
	    echo "== $$bench"; \
	    case $$bench in *.py) PARCOURS='$(RELEASE)' python3 -B "$$bench" ;; *) PARCOURS='$(RELEASE)' "$$bench" ;; esac; \
	done

conformance: cases  ## a folder of standard cases (replay.py) or of real manifests (index.json): make conformance DIR=…
	if [ -e '$(DIR)/replay.py' ]; then $(MAKE) --no-print-directory release && \
	    python3 '$(DIR)/replay.py' --engine '$(RELEASE) headless'; fi
	if [ -e '$(DIR)/index.json' ]; then $(MAKE) --no-print-directory debug && PARCOURS_MANIFESTS='$(DIR)' \
	    swift test --skip-build --disable-xctest --filter 'CorpusTests|RoundTripTests' $(STRICT); fi

conformance-web: cases debug  ## the same cases in a browser: make conformance-web DIR=… [ONLY=all, or identifiers]
	python3 -B Tests/Scenarios/player/cases.py '$(DEBUG)' '$(DIR)' $(ONLY)

install: release  ## put binary, Scorm/, Courses/, man page and completions under PREFIX=/usr/local
	install -d '$(DESTDIR)$(PREFIX)/bin' '$(DESTDIR)$(PREFIX)/share/parcours'
	install -m 755 '$(RELEASE)' '$(DESTDIR)$(PREFIX)/bin/parcours'
	cp -R $(wildcard Scorm Courses) '$(DESTDIR)$(PREFIX)/share/parcours/'
	install -d '$(DESTDIR)$(PREFIX)/share/parcours/web'
	cp -R Sources/Web/Pages/. '$(DESTDIR)$(PREFIX)/share/parcours/web/'
	install -d '$(DESTDIR)$(PREFIX)/share/parcours/deployment'
	install -m 644 Sources/Web/Deployment/* '$(DESTDIR)$(PREFIX)/share/parcours/deployment/'
	.ci/manuals.sh '$(RELEASE)' '$(DESTDIR)$(PREFIX)/share'

lint:  ## formatting and style, as strict as CI
	swift format lint --strict --recursive Sources Tests Package.swift

setup: swift  ## install the Debian packages that building needs, if any is missing
	@.ci/packages.sh $(ENGINE_PACKAGES)

setup-test: swift  ## the same, with what the tests need
	@.ci/packages.sh $(ENGINE_PACKAGES) $(TEST_PACKAGES)

cases:
	@[ -n '$(DIR)' ] || { echo 'Say where the cases are: make conformance DIR=…' >&2; exit 2; }
	@[ -e '$(DIR)/replay.py' ] || [ -e '$(DIR)/index.json' ] || \
	    { echo '$(DIR): neither replay.py nor index.json there. Give a folder of cases.' >&2; exit 2; }

swift:
	@command -v swift >/dev/null || { echo 'swift is not found. Install Swift 6.3 from swift.org, then try again.' >&2; exit 1; }

debug: setup
	swift build --build-tests $(STRICT)

release: setup
	swift build -c release --static-swift-stdlib --product parcours
