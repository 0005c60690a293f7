#!/bin/sh
# manuals.sh BINARY SHARE — writes the man page and the shell completions, from what the program says of itself.
set -eu
binary=$1 share=$2

# Help text as it stands: a leading dot or quote would be a command to roff, and a backslash an escape.
as_is() { sed -e 's/\\/\\e/g' -e 's/-/\\-/g' -e "s/^\([.']\)/\\\\\&\1/"; }

# The commands, as the help lists them: a name in the column after two blanks.
commands() {
    "$binary" help | awk '/^(SUBCOMMANDS|SOUS-COMMANDES)/ {on = 1; next} /^[^ ]/ {on = 0} on && /^  [a-z]/ {print $1}'
}

section() { printf '.SH %s\n.nf\n' "$1"; as_is; printf '.fi\n'; }

manual() {
    printf '.TH PARCOURS 1 "" "parcours %s" "Parcours"\n' "$("$binary" --version)"
    printf '.SH NAME\nparcours \\- course engine: learn, check, keep progress in files, export records\n'
    "$binary" help | section DESCRIPTION
    for command in $names; do
        "$binary" help "$command" | section "$(printf 'parcours %s' "$command" | tr '[:lower:]' '[:upper:]')"
    done
}

put() {
    mkdir -p "$(dirname "$1")"
    cat >"$1.new"
    [ -s "$1.new" ] || { rm -f "$1.new"; echo "$1: nothing to write." >&2; exit 1; }
    mv -f "$1.new" "$1"
}

names=$(commands)
[ -n "$names" ] || { echo "The help of $binary lists no commands: its form has changed." >&2; exit 1; }

manual | put "$share/man/man1/parcours.1"
"$binary" --generate-completion-script bash | put "$share/bash-completion/completions/parcours"
"$binary" --generate-completion-script zsh | put "$share/zsh/site-functions/_parcours"
"$binary" --generate-completion-script fish | put "$share/fish/vendor_completions.d/parcours.fish"
