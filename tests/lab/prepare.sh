# shellcheck shell=bash disable=SC2154,SC2030,SC2031,SC2016
# Sourced by the lab: what is built once. Root file system: Debian 12, with Docker 26 and Compose 2 of
# Debian 13, which need no newer libc. Images: busybox, PostgreSQL, the services of the stack `invex`.

prepare() {
    [[ $(id -u) -eq 0 ]] || fail "needs root"
    mkdir -p "$cache"
    exec 7>"$cache/lock"
    flock 7
    if ! prepared; then
        rm -rf "$cache/ready" "$cache/registry"
        prepare_base
        prepare_layer host install_docker
        prepare_layer postgres install_postgres
        prepare_images
        recipe >"$cache/ready"
    fi
    exec 7>&-
}

recipe() { # what was built is as these files say
    cat "$here/prepare.sh" "$here"/invex/* | sha256sum
}

prepared() {
    [[ -e $cache/ready && $(cat "$cache/ready") == "$(recipe)" ]]
}

prepare_base() {
    local mirror
    [[ ! -e $cache/base.ready ]] || return 0
    mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Release: bookworm' | head -n 1)
    [[ -n $mirror ]] || fail "this Debian's mirror is not known: apt-get update"
    say "lab: the base of all root file systems"
    rm -rf "$cache/base"
    debootstrap --variant=minbase bookworm "$cache/base" "$mirror" >"$cache/base.log" 2>&1 \
        || fail "debootstrap, see $cache/base.log"
    printf '#!/bin/sh\nexit 101\n' >"$cache/base/usr/sbin/policy-rc.d"
    chmod +x "$cache/base/usr/sbin/policy-rc.d"
    # Nothing here has to outlive a power cut.
    printf 'force-unsafe-io\n' >"$cache/base/etc/dpkg/dpkg.cfg.d/lab"
    printf 'path-exclude=/usr/share/doc/*\npath-exclude=/usr/share/man/*\npath-exclude=/usr/share/locale/*\n' \
        >>"$cache/base/etc/dpkg/dpkg.cfg.d/lab"
    rm -rf "$cache/base"/usr/share/{doc,man,locale}/* "$cache/base"/var/cache/apt/archives/*.deb
    printf '%s\n' "$mirror" >"$cache/mirror"
    : >"$cache/base.ready"
}

# What an installation adds to the base, as a layer of an overlay.
prepare_layer() { # NAME FUNCTION
    [[ ! -e $cache/$1.ready || $(cat "$cache/$1.ready") != "$(declare -f "$2" install_in)" ]] || return 0
    say "lab: $1"
    (
        top=$cache/$1.root
        rm -rf "${cache:?}/$1" "$cache/$1.work" "$top"
        mkdir -p "$cache/$1" "$cache/$1.work" "$top"
        mount -t overlay overlay -o "lowerdir=$cache/base,upperdir=$cache/$1,workdir=$cache/$1.work" "$top"
        mount -t proc proc "$top/proc"
        trap 'umount "$top/proc"; umount "$top"; rm -rf "$cache/$1.work" "$top"' EXIT
        export DEBIAN_FRONTEND=noninteractive
        "$2" "$top" >"$cache/$1.log" 2>&1 </dev/null
        rm -rf "$top"/etc/ssh/ssh_host_* "$top"/var/cache/apt/* "$top"/var/lib/apt/lists/*
    ) || fail "the installation of $1, see $cache/$1.log"
    declare -f "$2" install_in >"$cache/$1.ready"
}

install_in() { # TOP PACKAGE...
    local top=$1
    shift
    chroot "$top" apt-get update
    chroot "$top" apt-get install -y --no-install-recommends "$@"
}

install_docker() {
    printf 'Types: deb\nURIs: %s\nSuites: trixie\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n' \
        "$(cat "$cache/mirror")" >"$1/etc/apt/sources.list.d/trixie.sources"
    printf 'Package: *\nPin: release n=trixie\nPin-Priority: 50\n' >"$1/etc/apt/preferences.d/trixie"
    install_in "$1" openssh-server iproute2 iptables runc tini procps curl ca-certificates git \
        docker.io/trixie docker-cli/trixie containerd/trixie docker-compose/trixie docker-buildx/trixie docker-registry
}

install_postgres() {
    install_in "$1" postgresql-15
}

# A small image: busybox, and of PostgreSQL what it needs to run.
tar_of_busybox() {
    local top name
    top=$(mktemp -d)
    mkdir -p "$top"/{bin,etc,tmp,var/www,usr/bin,sbin,root,proc,sys,dev,run}
    chmod 1777 "$top/tmp"
    cp "$(command -v busybox)" "$top/bin/busybox"
    for name in $("$top/bin/busybox" --list); do
        [[ $name == busybox ]] || ln -s busybox "$top/bin/$name"
    done
    printf 'root:x:0:0::/root:/bin/sh\npostgres:x:70:70::/data:/bin/sh\n' >"$top/etc/passwd"
    printf 'root:x:0:\npostgres:x:70:\n' >"$top/etc/group"
    tar -C "$top" -c .
    rm -rf "$top"
}

tar_of_postgres() { # FOLDER: base and layer, mounted
    local files library
    files=$(cd "$1" && find usr/lib/postgresql/15 usr/share/postgresql/15 \( -type f -o -type l \) \
        ! -name 'llvmjit*' ! -path '*/bitcode/*' ! -path '*/man/*')
    library=$(cd "$1" && find usr/lib/postgresql/15 -type f ! -name 'llvmjit*' \
        \( -path '*/bin/*' -o -name '*.so' \) -printf '/%p\n' \
        | chroot "$1" xargs ldd 2>/dev/null | grep -o '/[^ :]*\.so[^ :]*' | sort -u)
    {
        printf '%s\n' "$files"
        for name in $library; do # through the links of their folders
            printf '%s\n' "${name#/}"
        done
    } | sort -u | tar -C "$1" -ch --no-recursion -T -
}

prepare_images() {
    say "lab: images"
    (
        lab=$cache/builder
        ATALAYA_LAB=$lab bash "$here/lab" down
        mkdir -p "$lab"
        printf 'al%s\n' $$ >"$lab/name"
        trap 'down' EXIT
        make_switch
        start_registry 5000 ''
        host build 10.66.0.2
        build_images
    ) || fail "the images"
}

build_images() {
    local top=$cache/postgres.root
    tar_of_busybox | switch ssh -F "$lab/ssh_config" build \
        "docker import -c 'ENV PATH=/bin:/sbin' -c 'CMD [\"/bin/sh\"]' - $registry/lab/base:1"
    (
        mkdir -p "$top"
        mount -t overlay overlay -o "lowerdir=$cache/postgres:$cache/base" "$top"
        trap 'umount "$top"; rmdir "$top"' EXIT
        mkdir "$lab/context"
        tar_of_postgres "$top" >"$lab/context/postgres.tar"
    )
    cp "$here"/invex/* "$lab/context/"
    tar -C "$lab/context" -c . | switch ssh -F "$lab/ssh_config" build \
        "mkdir /context && cd /context && tar -x && sh build.sh $registry"
}
