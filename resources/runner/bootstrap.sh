# The one command that is ever sent to a server: `exec sh -c '<these lines, joined>'`. It holds no
# data, so no login shell can misread any: folder, hash and arguments are lines of its input, escaped
# as the runner's fields are, and what follows them is the input of the runner. No single quote, no
# backslash, no exclamation mark: sh, bash, zsh, fish and csh hand it on unchanged.
#   FOLDER  HASH  N  N lines of arguments  [input]
# `install` as the first argument: the input is the runner itself, kept if it has that hash.
umask 077;
IFS= read -r d; IFS= read -r h; IFS= read -r n;
d=$(printf "%b." "$d"); d=${d%.};
cd -- "$d" 2>/dev/null || { echo "refused no-folder"; exit 66; };
d=$(pwd -P); f=$d/.atalaya/runner-$h.sh; set --;
while [ "$n" -gt 0 ]; do IFS= read -r a; a=$(printf "%b." "$a"); set -- "$@" "${a%.}"; n=$((n - 1)); done;
if [ "$1" = install ]; then
mkdir -p .atalaya && cat >"$f.$$" || { rm -f "$f.$$"; echo "refused not-writable"; exit 73; };
[ "$(sha256sum <"$f.$$")" = "$h  -" ] || { rm -f "$f.$$"; echo "refused cut"; exit 65; };
mv -f "$f.$$" "$f" && echo "installed $h"; exit; fi;
[ "$(sha256sum <"$f" 2>/dev/null)" = "$h  -" ] || { echo "refused no-runner"; exit 70; };
exec sh "$f" "$d" "$@"
