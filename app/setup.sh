# Sourced by app/run and tests/run: the set-up that both share.

say() {
    printf '%s\n' "$*" >&2
}

# install_missing KIND...: installs the Debian packages of these kinds that are not there yet.
install_missing() {
    local root=$1
    shift
    if ! command -v dpkg-query >/dev/null; then
        say "This is no Debian: install the equivalents of app/packages.txt yourself. Going on."
        return 0
    fi
    local wanted=() missing=() installed kind name
    while read -r kind name _; do
        case " $* " in *" $kind "*) wanted+=("$name") ;; esac
    done < <(grep -v '^#' "$root/app/packages.txt")
    installed=" $(dpkg-query -W -f='${db:Status-Status}:${Package} ' "${wanted[@]}" 2>/dev/null || true)"
    for name in "${wanted[@]}"; do
        [[ $installed == *" installed:$name "* ]] || missing+=("$name")
    done
    [[ ${#missing[@]} -gt 0 ]] || return 0

    local as_root=()
    if [[ $(id -u) -ne 0 ]]; then
        if ! command -v sudo >/dev/null; then
            say "Missing packages: ${missing[*]}"
            say "Neither root nor sudo is there to install them."
            return 1
        fi
        as_root=(sudo)
    fi
    say "Installing ${#missing[@]} Debian package(s): ${missing[*]}"
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Dpkg::Use-Pty=0)
    "${as_root[@]}" "${apt[@]}" update >&2
    if [[ " ${missing[*]} " == *" openssh-server "* && -d /run/systemd/system ]]; then
        # Its program is wanted, not a service that lets people in.
        say "ssh.service is masked; 'systemctl unmask ssh.service ssh.socket' if you want it."
        "${as_root[@]}" systemctl mask --quiet ssh.service ssh.socket >&2
    fi
    "${as_root[@]}" "${apt[@]}" install --no-install-recommends "${missing[@]}" >&2
}

# configure PRESET [OPTION...]: runs CMake the first time only; ninja runs it again when it must.
configure() {
    local root=$1 preset=$2
    shift 2
    [[ -f $root/.build/$preset/build.ninja ]] && return 0
    if command -v ccache >/dev/null; then
        export CMAKE_CXX_COMPILER_LAUNCHER=ccache CCACHE_SLOPPINESS=pch_defines,time_macros
    fi
    (cd "$root" && cmake --preset "$preset" "$@") >&2
}

# build PRESET TARGET...: silent when there is nothing to do.
build() {
    local root=$1 preset=$2
    shift 2
    cmake --build "$root/.build/$preset" --parallel "$(nproc)" --target "$@" >&2
}
