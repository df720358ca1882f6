#!/bin/sh
# Atalaya's runner: carries out the step list of a deployment on the server itself, so that a cut
# link or a closed laptop changes nothing. POSIX sh (dash, busybox ash) and the usual small programs.
#
#   runner FOLDER start                       step list, secrets on the input; answers at once
#   runner FOLDER follow RUN SEQUENCE BYTES   what happened after that, until the run rests
#   runner FOLDER continue RUN ANSWER OWNER   secrets on the input
#   runner FOLDER cancel RUN MODE OWNER       MODE: policy, roll-back, leave
#   runner FOLDER stage ID SHA256             a tar file on the input, for the step @place
#   runner FOLDER status RUN | list | lock | steps RUN | version
#
# A field is any bytes but NUL with `\\`, `\n`, `\r`, `\t` for backslash, line feed, carriage return
# and tab. Nothing of it is ever evaluated: it becomes one argument, one value, one file name.
#
# Step list, one `key value` a line:
#   atalaya-steps 1
#   run RUN                    [A-Za-z0-9_-]{1,64}; the same run again starts nothing
#   owner FIELD                who wants it, shown to others
#   rollback automatic|ask|never
#   keep N                     runs that are kept
#   supersedes RUN             an unfinished run that is given up for this one
#   registry-login yes         docker's configuration is a folder of the run, gone at its end
#   step N                     from 1, without gaps; what follows belongs to it:
#     phase WORD  lane FIELD  title WORD  detail FIELD
#     timeout SECONDS          of the whole step, with all its tries
#     failure stop|ask|go-on
#     repeat no                may not be done twice: when cut, the user is asked how it ended
#     again yes                done again when a run is continued (a login)
#     confirm yes              asked before
#     if-begun N               else skipped: that step has not been begun
#     tries N  every SECONDS   until it succeeds
#     argument FIELD ...       the program and its arguments; or @place ID, @remove PATH...,
#                              @put-back [RUN]
#     environment NAME FIELD
#     input FIELD | input-secret NAME | input-file FIELD    (.gz: unpacked, checked before)
#     output FIELD  output-at-least BYTES   what it prints goes to that file, whole or not at all
#     want is|lines|contains|at-least|exactly FIELD    of what it prints; one of them must hold
#     never FIELD              printing that ends the tries at once
#     log-limit BYTES
#   part rollback              the steps after it undo, if a step fails or the run is cancelled
#   finish N                   number of steps: a list that was cut is refused
#   secret NAME FIELD          handed to the step that names it, kept in memory only
#   go
#
# Events: SEQUENCE <tab> MILLISECONDS (UTC) <tab> KIND <tab> key=FIELD ..., numbered from 1 without
# gaps; a line that ends in <tab>cut counts as none. Kinds: run-started, step-started, step-ended,
# step-skipped, step-adopted, rollback-started, question, answered, cancel-requested, interrupted,
# resumed, run-ended.
# `follow` frames them: `e EVENT`, `l STARTED OFFSET LENGTH` and that many raw bytes and a line feed
# (STARTED: the sequence of the step-started they belong to), `a` while nothing happens, `end STATE`.
# To go on after a cut: SEQUENCE is that of the last event that came, BYTES how much came of the log of
# the last step-started that has not ended.
#
# Limits: a line of the list 128 KiB, a piece of log 32 KiB, 999 steps, numbers of ten digits. Of what
# a step prints, 4 MiB are kept unless it says otherwise; where something is wanted, 64 KiB are looked
# at.
#
# On the disk, for this user alone: FOLDER/.atalaya/{runner-HASH.sh,lock,order,staging/,runs/RUN/}. A
# run goes on in a session of its own under `flock` on the lock; the lock names run, process, its
# start, the boot and the owner. Each step is a session of its own too: when its runner is killed it
# comes to its end, leaves a record of it, and `continue` takes it up; nothing that ended is repeated.
#
# Exit codes: 0 done, 64 usage, 65 bad input, 66 no such run, 69 a program is missing, 73 cannot
# write, 75 held by another run, 76 an unfinished run is there. Then: `refused WORD ...` is printed.

# In `a && b || refuse` what is refused is meant whichever fails.
# shellcheck disable=SC2015,SC1003,SC2030,SC2031
true

version=1
nl='
'
tab='	'
cr=

refuse() { # CODE WORD...
    refuse_code=$1
    shift
    printf 'refused %s\n' "$*"
    exit "$refuse_code"
}

is_number() {
    case $1 in '' | *[!0-9]* | ???????????*) return 1 ;; esac
}

is_word() {
    case $1 in '' | *[!A-Za-z0-9_-]*) return 1 ;; esac
    [ "${#1}" -le 64 ]
}

decode() { # FIELD; sets decoded
    case $1 in
    *\\*)
        decoded=$(printf '%b.' "$1")
        decoded=${decoded%.}
        ;;
    *) decoded=$1 ;;
    esac
}

encode() { # BYTES; sets encoded
    [ -n "$cr" ] || cr=$(printf '\r')
    encode_rest=$1 encoded=
    while :; do
        encode_plain=${encode_rest%%["$nl$tab$cr"\\]*}
        encoded=$encoded$encode_plain
        encode_rest=${encode_rest#"$encode_plain"}
        case $encode_rest in
        '') return ;;
        "$nl"*) encoded=$encoded'\n' ;;
        "$tab"*) encoded=$encoded'\t' ;;
        "$cr"*) encoded=$encoded'\r' ;;
        *) encoded=$encoded'\\' ;;
        esac
        encode_rest=${encode_rest#?}
    done
}

# --- time, processes ---------------------------------------------------------------------------

set_clock() { # wall clock of the boot; later times are steady even when the clock is set
    clock_base=$(date +%s%N 2>/dev/null)
    case $clock_base in
    *[!0-9]* | ????????????) clock_base=$(($(date +%s) * 1000)) ;;
    *) clock_base=${clock_base%??????} ;;
    esac
    uptime_ms
    clock_base=$((clock_base - uptime))
}

uptime_ms() { # sets uptime
    read -r uptime_text _ </proc/uptime
    uptime_part=${uptime_text#*.}
    uptime=$((${uptime_text%.*} * 1000 + (1$uptime_part - 100) * 10))
}

boot_id() { # sets boot
    read -r boot </proc/sys/kernel/random/boot_id
}

born() { # PID; sets birth, its start in ticks after boot, empty when it is gone or a zombie
    birth=
    [ -r "/proc/$1/stat" ] && read -r birth_line <"/proc/$1/stat" 2>/dev/null || return 1
    # shellcheck disable=SC2086 # numbers, after the name in brackets
    set -- ${birth_line##*) }
    [ "$1" != Z ] || return 1
    birth=${20}
}

is_alive() { # PID BIRTH BOOT
    boot_id
    [ "$3" = "$boot" ] && born "$1" && [ "$birth" = "$2" ]
}

nap() { # TENTHS up to 9
    sleep "0.$1" 2>/dev/null || sleep 1
}

# --- what is on the disk -----------------------------------------------------------------------

read_meta() { # sets meta_* of the run in $run
    dir=$base/runs/$run
    meta_owner='' meta_rollback='' meta_keep=20 meta_supersedes='' meta_login=no meta_umask=022
    meta_main=0 meta_total=0
    [ -r "$dir/meta" ] || return 1
    while IFS=' ' read -r meta_key meta_value; do
        case $meta_key in
        owner) meta_owner=$meta_value ;;
        rollback) meta_rollback=$meta_value ;;
        keep) meta_keep=$meta_value ;;
        supersedes) meta_supersedes=$meta_value ;;
        registry-login) meta_login=$meta_value ;;
        umask) meta_umask=$meta_value ;;
        main) meta_main=$meta_value ;;
        total) meta_total=$meta_value ;;
        esac
    done <"$dir/meta"
}

find_run() { # RUN
    is_word "$1" || refuse 64 usage
    run=$1
    read_meta || refuse 66 no-run "$run"
}

read_lock() { # sets held: nobody, stale-rebooted, stale-gone, held; and lock_*
    lock_run='' lock_pid=0 lock_birth=0 lock_boot='' lock_since=0 lock_owner='' held=nobody
    [ -s "$base/lock" ] || return 0
    IFS=' ' read -r lock_run lock_pid lock_birth lock_boot lock_since lock_owner <"$base/lock"
    held=held
    is_alive "$lock_pid" "$lock_birth" "$lock_boot" && return 0
    held=stale-gone
    [ "$lock_boot" = "$boot" ] || held=stale-rebooted
}

event_value() { # LINE KEY; sets value (a field)
    value=
    case $1 in
    *"$tab$2="*)
        value=${1#*"$tab$2="}
        value=${value%%"$tab"*}
        ;;
    esac
}

last_event() { # sets sequence, kind, and line, of the run in $run
    line=$(tail -n 2 "$dir/events" 2>/dev/null)
    case $line in *"${tab}cut") line=${line%"$nl"*} ;; *) line=${line##*"$nl"} ;; esac
    last_event_rest=${line#*"$tab"*"$tab"}
    kind=${last_event_rest%%"$tab"*}
    sequence=${line%%"$tab"*}
}

read_state() { # sets state of the run in $run
    last_event
    state_of_event
}

state_of_event() { # of $line and $kind, the last one
    case $kind in
    run-ended)
        event_value "$line" state
        state=$value
        ;;
    question) state=asked ;;
    *)
        read_lock
        state=interrupted
        [ "$held" != held ] || [ "$lock_run" != "$run" ] || state=running
        ;;
    esac
}

is_final() {
    case $1 in running | working | asked | interrupted) return 1 ;; esac
}

# --- start: the list is read, checked and kept; the detached runner takes over ------------------

need_programs() {
    for need in flock setsid mkfifo tail head wc sha256sum gzip tar find sync; do
        command -v "$need" >/dev/null 2>&1 || refuse 69 no-program "$need"
    done
}

check_header() { # KEY VALUE
    case $1 in
    owner) ;;
    rollback) case $2 in automatic | ask | never) ;; *) return 1 ;; esac ;;
    keep) is_number "$2" ;;
    supersedes) is_word "$2" ;;
    registry-login) [ "$2" = yes ] ;;
    *) return 1 ;;
    esac
}

check_step() { # KEY VALUE
    case $1 in
    phase | title) is_word "$2" ;;
    lane | detail | argument | input | input-file | output | never) ;;
    timeout | if-begun | tries | every | output-at-least | log-limit) is_number "$2" ;;
    failure) case $2 in stop | ask | go-on) ;; *) return 1 ;; esac ;;
    repeat) [ "$2" = no ] ;;
    again | confirm) [ "$2" = yes ] ;;
    input-secret) is_word "$2" ;;
    environment) check_variable "${2%% *}" ;;
    want) case $2 in
        'is '* | 'lines '* | 'contains '*) ;;
        'at-least '* | 'exactly '*) is_number "${2#* }" ;;
        *) return 1 ;;
        esac ;;
    *) return 1 ;;
    esac
}

check_variable() {
    case $1 in '' | [0-9]* | *[!A-Za-z0-9_]*) return 1 ;; esac
}

end_of_step() { # the step before is whole
    [ "$steps" -eq 0 ] || [ "$has_argument" = yes ] || bad_list "step $steps has no program"
}

bad_list() {
    rm -rf "$dir"
    refuse 65 list "line $line_number: $1"
}

read_list() { # keeps the list of the input; the file `meta`, written last, makes it a run
    line_number=1 steps=0 main='' finished=no has_argument=no
    IFS= read -r line && [ "$line" = 'atalaya-steps 1' ] || refuse 65 list 'line 1: version'
    IFS= read -r line && run=${line#run } && [ "$line" = "run $run" ] && is_word "$run" \
        || refuse 65 list 'line 2: run'
    if read_meta; then
        cat >/dev/null
        read_state
        printf 'already %s %s\n' "$run" "$state"
        exit 0
    fi
    rm -rf "$dir"
    mkdir "$dir" || refuse 73 not-writable
    exec 5>"$dir/steps" 6>"$dir/meta.new" || refuse 73 not-writable
    printf 'atalaya-steps 1\nrun %s\n' "$run" >&5
    line_number=2
    while [ "$finished" = no ] && IFS= read -r line; do
        line_number=$((line_number + 1))
        [ "${#line}" -le 131072 ] || bad_list 'too long'
        read_line "${line%% *}" "${line#* }"
        printf '%s\n' "$line" >&5 || bad_list 'disk full'
    done
    [ "$finished" = yes ] && read_secrets || bad_list 'the list was cut'
    printf 'main %s\ntotal %s\numask %s\n' "${main:-$steps}" "$steps" "$login_umask" >&6 \
        || bad_list 'disk full'
    exec 4>&- 5>&- 6>&-
    mv "$dir/meta.new" "$dir/meta"
}

read_line() { # KEY VALUE
    case $1 in
    step)
        end_of_step
        steps=$((steps + 1)) has_argument=no
        [ "$2" = "$steps" ] && [ "$steps" -le 999 ] || bad_list 'number of a step'
        exec 4>"$dir/step.$steps"
        ;;
    part)
        [ "$2" = rollback ] && [ -z "$main" ] || bad_list part
        end_of_step
        main=$steps
        ;;
    finish)
        end_of_step
        [ "$2" = "$steps" ] && [ "$steps" -gt 0 ] || bad_list 'number of steps'
        finished=yes
        ;;
    *)
        if [ "$steps" -eq 0 ]; then
            check_header "$1" "$2" || bad_list "$1"
            printf '%s %s\n' "$1" "$2" >&6
        else
            check_step "$1" "$2" || bad_list "$1"
            if [ "$1" = argument ]; then
                [ "$has_argument" = yes ] || case $2 in '' | -*) bad_list 'program' ;; esac
                has_argument=yes
            fi
            printf '%s %s\n' "$1" "$2" >&4 || bad_list 'disk full'
        fi
        ;;
    esac
}

read_secrets() { # sets secrets
    secrets=$nl
    while IFS= read -r line; do
        case $line in
        go) return ;;
        'secret '*' '*)
            secret_name=${line#secret }
            is_word "${secret_name%% *}" || return 1
            secrets=$secrets$line$nl
            ;;
        *) return 1 ;;
        esac
    done
    return 1
}

# Secrets are lines of a variable that is not exported: no argument, no environment and no file ever
# holds one.
find_secret() { # NAME; sets secret (a field)
    case $secrets in *"${nl}secret $1 "*) ;; *) return 1 ;; esac
    secret=${secrets#*"${nl}secret $1 "}
    secret=${secret%%"$nl"*}
}

check_secrets() { # sets missing_secret; the answered and ended steps of a run want none any more
    missing_secret=
    check_at=0
    while [ "$check_at" -lt "$meta_total" ]; do
        check_at=$((check_at + 1))
        load_step "$check_at"
        [ -n "$step_secret" ] || continue
        [ "$step_again" = yes ] || ! is_over "$check_at" || continue
        find_secret "$step_secret" || {
            missing_secret=$step_secret
            return 1
        }
    done
}

hand_over() { # RUN ARGUMENT...: to a process of its own session, which answers in one line
    answer=$(printf '%s' "${secrets#"$nl"}go$nl" | setsid sh "$self" "$stack" _run "$@" 2>/dev/null &)
    printf '%s\n' "${answer:-refused died}"
    case $answer in
    started* | already*) exit 0 ;;
    'refused held'*) exit 75 ;;
    'refused unfinished'*) exit 76 ;;
    'refused no-secret'*) exit 65 ;;
    *) exit 73 ;;
    esac
}

start() {
    need_programs
    mkdir -p "$base/runs" "$base/staging" || refuse 73 not-writable
    read_list
    read_meta
    statuses=' '
    check_secrets || {
        rm -rf "$dir"
        refuse 65 no-secret "$missing_secret"
    }
    hand_over "$run" start
}

# --- the run, detached: numbers, waits, decides --------------------------------------------------

load_step() { # N; sets step_*
    step=$1
    step_phase='' step_lane='' step_title='' step_detail='' step_timeout=3600 step_failure=stop
    step_repeat=yes step_again=no step_confirm=no step_if_begun='' step_secret=''
    while IFS= read -r step_line; do
        case $step_line in
        'phase '*) step_phase=${step_line#* } ;;
        'lane '*) step_lane=${step_line#* } ;;
        'title '*) step_title=${step_line#* } ;;
        'detail '*) step_detail=${step_line#* } ;;
        'timeout '*) step_timeout=${step_line#* } ;;
        'failure '*) step_failure=${step_line#* } ;;
        'repeat '*) step_repeat=no ;;
        'again '*) step_again=yes ;;
        'confirm '*) step_confirm=yes ;;
        'if-begun '*) step_if_begun=${step_line#* } ;;
        'input-secret '*) step_secret=${step_line#* } ;;
        esac
    done <"$dir/step.$step"
}

# What has become of each step: words of a list, the newest first. begun, confirmed, or how it ended.
set_status() { # N WORD
    statuses=" $1=$2$statuses"
}

status_of() { # N; sets status
    status=
    case $statuses in
    *" $1="*)
        status=${statuses#*" $1="}
        status=${status%% *}
        ;;
    esac
}

is_over() { # N: not to be done (any more)
    status_of "$1"
    case $status in succeeded | passed-over | skipped) ;; *) return 1 ;; esac
}

emit() { # KIND key=FIELD...
    uptime_ms
    sequence=$((sequence + 1))
    emit_line=$sequence$tab$((clock_base + uptime))$tab$1
    shift
    for emit_part in "$@"; do
        emit_line=$emit_line$tab$emit_part
    done
    # A full disk: what was kept back for this is given up, and nothing goes on without its record.
    printf '%s\n' "$emit_line" >>"$dir/events" 2>/dev/null && return 0
    rm -f "$dir/reserve"
    mend_events
    printf '%s\n' "$emit_line" >>"$dir/events" || exit 73
}

mend_events() { # a line that was cut is marked, and counts as none
    [ -s "$dir/events" ] && [ -n "$(tail -c 1 "$dir/events")" ] || return 0
    printf '\tcut\n' >>"$dir/events"
}

is_event() { # LINE
    case $1 in *"${tab}cut") return 1 ;; esac
    is_number "${1%%"$tab"*}"
}

# All that is known of a run is in its events; what is decided from them is decided again the same
# way after a crash. Sets statuses, sequence, part, question and question_step, decision.
read_events() {
    statuses=' ' sequence=0 part=main question='' question_step='' decision=''
    cut_start='' cause=failed
    [ -r "$dir/events" ] || return 0
    while IFS= read -r line; do
        is_event "$line" || continue
        sequence=${line%%"$tab"*}
        kind=${line#*"$tab"*"$tab"}
        kind=${kind%%"$tab"*}
        event_value "$line" step
        read_event "$value"
    done <"$dir/events"
}

read_event() { # STEP
    case $kind in
    step-started) set_status "$1" begun && cut_start=$sequence ;;
    step-ended)
        event_value "$line" passed
        if [ "$value" = yes ]; then
            set_status "$1" passed-over
        else
            event_value "$line" outcome
            set_status "$1" "$value"
            event_value "$line" begun
            [ "$value" != no ] || set_status "$1" retry
        fi
        ;;
    step-skipped) set_status "$1" skipped ;;
    rollback-started)
        part=rollback decision=''
        ;;
    question)
        question_step=$1
        event_value "$line" cause
        cause=${value:-failed}
        event_value "$line" kind
        question=$value
        ;;
    answered)
        event_value "$line" answer
        apply_answer "$value"
        ;;
    esac
}

is_answer() { # ANSWER: to what is asked
    case $question:$1 in
    :go-on | confirm:go-on | confirm:skip | *:leave) ;;
    failed:retry | failed:skip | unknown:retry | unknown:skip | rollback:retry | rollback:skip) ;;
    *:roll-back) [ "$part" = main ] ;;
    *) return 1 ;;
    esac
}

apply_answer() { # ANSWER
    case $question:$1 in
    *:roll-back | *:leave) decision=$1 ;;
    confirm:go-on) set_status "$question_step" confirmed ;;
    confirm:skip) set_status "$question_step" skipped ;;
    unknown:skip) set_status "$question_step" succeeded ;;
    *:skip) set_status "$question_step" passed-over ;;
    *:retry) set_status "$question_step" retry ;;
    esac
    question=
}

ask() { # KIND STEP [CAUSE]
    emit question "kind=$1" "step=$2" "cause=${3:-failed}"
    result=asked
}

# Result of a step: ok, failed, cancelled, asked. Only what has no end yet is done.
perform() { # N
    load_step "$1"
    status_of "$1"
    result=ok
    [ "$status" != begun ] || take_up_cut_step
    case $status in
    succeeded | passed-over | skipped) return ;;
    failed | timed-out)
        result=failed
        [ "$step_failure" != ask ] || ask failed "$step"
        return
        ;;
    cancelled) result=cancelled && return ;;
    interrupted)
        if [ "$step_repeat" = no ]; then
            ask unknown "$step"
            return
        fi
        ;;
    esac
    notice_cancel
    [ "$cancelled" = no ] || { result=cancelled && return; }
    if [ -n "$step_if_begun" ] && ! was_begun "$step_if_begun"; then
        skip_step not-needed
    elif [ "$step_confirm" = yes ] && [ -z "$status" ]; then
        ask confirm "$step"
    else
        do_step
    fi
}

was_begun() { # N; leaves status as it is
    was_begun_status=$status
    status_of "$1"
    was_begun_word=$status status=$was_begun_status
    case $was_begun_word in '' | skipped | confirmed) return 1 ;; esac
}

skip_step() { # REASON
    emit step-skipped "step=$step" "phase=$step_phase" "lane=$step_lane" "title=$step_title" \
        "reason=$1"
    set_status "$step" skipped
}

do_step() {
    emit step-started "step=$step" "phase=$step_phase" "lane=$step_lane" "title=$step_title" \
        "detail=$step_detail"
    started=$sequence
    set_status "$step" begun
    # A power cut must not make us forget that it was begun.
    [ "$step_repeat" = yes ] || sync "$dir/events"
    printf '%s\n' "$started" >"$dir/current"
    begun=yes
    set -- setsid sh "$self" "$stack" _step "$run" "$started" "$step"
    if [ -n "$step_secret" ]; then
        find_secret "$step_secret"
        printf '%b' "$secret" | "$@" 9>&- &
    else
        "$@" </dev/null 9>&- &
    fi
    waiter=$! worker=$!
    born "$worker"
    worker_birth=$birth
    await_worker
    end_step no
    result_of_step
}

# What ran when its runner ended goes on by itself: followed to its end, or known by its record.
take_up_cut_step() {
    started=$cut_start stopped=no timed_out=no begun=yes
    # Who holds the lock knows that nobody works; a worker that comes late finds itself unwanted.
    if ! (flock -n 8 && : >"$dir/current") 8>>"$dir/worker.lock"; then
        if find_worker; then
            emit step-adopted "step=$step" "started=$started"
            (flock 8) 8>>"$dir/worker.lock" 9>&- &
            waiter=$!
            await_worker
        fi
    else
        worker_started=
        [ ! -r "$dir/worker" ] || read -r worker_started _ <"$dir/worker"
        [ "$worker_started" = "$started" ] || begun=no
    fi
    end_step yes
    status_of "$step"
}

find_worker() { # it may be about to write who it is
    find_naps=0
    until read -r worker_started worker worker_birth worker_boot <"$dir/worker" 2>/dev/null \
        && [ "$worker_started" = "$started" ]; do
        find_naps=$((find_naps + 1))
        [ "$find_naps" -lt 20 ] || return 1
        nap 1
    done
    is_alive "$worker" "$worker_birth" "$worker_boot"
}

start_timer() {
    born $$
    (
        trap 'kill "$nap_pid" 2>/dev/null; exit' TERM
        timer_birth=$birth
        sleep "$step_timeout" &
        nap_pid=$!
        wait "$nap_pid"
        while born "$$" && [ "$birth" = "$timer_birth" ]; do
            kill -s ALRM "$$"
            nap 5
        done
    ) 9>&- &
    timer=$!
}

worker_ended() {
    born "$worker" && [ "$birth" = "$worker_birth" ] && return 1
    return 0
}

await_worker() {
    timed_out=no stopped=no
    start_timer
    while :; do
        wait "$waiter"
        worker_ended && break
        notice_cancel
        # What may not be done twice is let come to its end.
        if [ "$timed_out" = yes ] || { [ "$cancelled" != no ] && [ "$step_repeat" = yes ]; }; then
            stop_worker
        elif [ "$termed" = yes ] && [ "$cancelled" = no ]; then
            leave_off
        fi
    done
    kill -s TERM "$timer" 2>/dev/null
}

# Somebody ends this process, most likely because the server goes down: the step is left alone.
leave_off() {
    kill -s TERM "$timer" 2>/dev/null
    emit interrupted
    exit 0
}

stop_worker() {
    stopped=yes stop_naps=0
    kill -s TERM -- "-$worker" 2>/dev/null
    until worker_ended || [ "$stop_naps" -ge 100 ]; do
        nap 1
        stop_naps=$((stop_naps + 1))
    done
    worker_ended || kill -s KILL -- "-$worker" 2>/dev/null
}

end_step() { # CUT: yes when this runner did not begin it
    outcome=succeeded
    read_exit || {
        exit_code='' exit_reason=killed exit_log=0 exit_cut=no exit_got=''
    }
    if [ "$exit_reason" = killed ]; then # it may have died while it counted
        kept_log=$(wc -c <"$dir/log.$started" 2>/dev/null) || kept_log=0
        [ "$exit_log" -ge "$((kept_log))" ] || exit_log=$((kept_log))
    fi
    if [ "$stopped$timed_out" = yesyes ]; then
        outcome=timed-out
    elif [ "$stopped" = yes ]; then
        outcome=cancelled
    elif [ "$exit_reason" = killed ] && [ "$1$step_repeat" != noyes ]; then
        outcome=interrupted
    elif [ "$exit_reason" != ok ]; then
        outcome=failed
    fi
    passed=no
    case $outcome:$step_failure in failed:go-on | timed-out:go-on) passed=yes ;; esac
    emit step-ended "step=$step" "started=$started" "outcome=$outcome" "code=$exit_code" \
        "reason=$exit_reason" "log=$exit_log" "cut=$exit_cut" "got=$exit_got" "passed=$passed" \
        "begun=$begun"
    [ "$step_repeat" = yes ] || sync "$dir/events"
    [ "$passed" = no ] || outcome='passed-over'
    [ "$begun" = yes ] || outcome=retry
    set_status "$step" "$outcome"
}

read_exit() { # a record that was cut counts as none
    [ -r "$dir/exit.$started" ] || return 1
    IFS=' ' read -r exit_code exit_reason exit_log exit_cut exit_got <"$dir/exit.$started"
    case $exit_got in
    *.) exit_got=${exit_got%.} && exit_got=${exit_got% } ;;
    *) return 1 ;;
    esac
}

result_of_step() {
    case $outcome:$step_failure:$step_repeat in
    succeeded:* | passed-over:*) result=ok ;;
    cancelled:*) result=cancelled ;;
    interrupted:*:no) ask unknown "$step" ;;
    *:ask:*) ask failed "$step" ;;
    *) result=failed ;;
    esac
}

notice_cancel() { # sets cancelled: no, or how
    [ "$cancelled" = no ] && [ -r "$dir/cancel" ] || return 0
    read -r cancelled cancel_owner <"$dir/cancel"
    emit cancel-requested "mode=$cancelled" "by=$cancel_owner"
}

walk() { # FIRST LAST
    walk_at=$1 walk_last=$2
    result=ok
    while [ "$walk_at" -le "$walk_last" ]; do
        perform "$walk_at"
        [ "$result" = ok ] || return 0
        walk_at=$((walk_at + 1))
    done
}

can_undo() {
    undo_at=$meta_main
    while [ "$undo_at" -lt "$meta_total" ]; do
        undo_at=$((undo_at + 1))
        load_step "$undo_at"
        [ -n "$step_if_begun" ] && was_begun "$step_if_begun" && return 0
    done
    return 1
}

skip_rest() { # FIRST LAST REASON
    skip_at=$1
    while [ "$skip_at" -le "$2" ]; do
        load_step "$skip_at"
        status_of "$skip_at"
        case $status in '' | confirmed | retry) skip_step "$3" ;; esac
        skip_at=$((skip_at + 1))
    done
}

# The deployment proper has not come to its end: undo, leave, or ask which.
give_up() { # WHY STEP MODE; sets state, or part to rollback
    give_up_mode=$3
    if [ "$give_up_mode" = policy ]; then
        case $meta_rollback in
        automatic) give_up_mode=roll-back ;;
        ask) give_up_mode=ask ;;
        *) give_up_mode=leave ;;
        esac
    fi
    can_undo || give_up_mode=leave
    if [ "$give_up_mode" = ask ]; then
        ask rollback "$2" "$1"
        state=asked
        return
    fi
    skip_rest 1 "$meta_main" earlier-failure
    state=$1
    [ "$give_up_mode" = roll-back ] || return 0
    mv -f "$dir/cancel" "$dir/cancel.done" 2>/dev/null
    cancelled=no termed=no decision='' part=rollback state=
    emit rollback-started "cause=$1" "step=$2"
}

# What a continued run needs again (a login) is done before it goes on.
mark_again() {
    mark_at=0
    while [ "$mark_at" -lt "$meta_total" ]; do
        mark_at=$((mark_at + 1))
        load_step "$mark_at"
        status_of "$mark_at"
        [ "$step_again:$status" != yes:succeeded ] || set_status "$mark_at" again
    done
}

walk_again() {
    again_at=0 result=ok
    while [ "$again_at" -lt "$meta_main" ] && [ "$result" = ok ]; do
        again_at=$((again_at + 1))
        status_of "$again_at"
        [ "$status" != again ] || perform "$again_at"
    done
}

main_part() { # sets state, or part to rollback
    if [ -n "$decision" ]; then
        give_up "$cause" "$question_step" "$decision"
        return
    fi
    walk 1 "$meta_main"
    case $result in
    ok) state=succeeded ;;
    asked) state=asked ;;
    cancelled)
        [ "$cancelled" != no ] || cancelled=policy
        give_up cancelled "$step" "$cancelled"
        ;;
    *) give_up failed "$step" policy ;;
    esac
}

rollback_part() { # sets state
    state=rollback-failed
    [ -z "$decision" ] || return 0
    walk_again
    [ "$result" != ok ] || walk $((meta_main + 1)) "$meta_total"
    case $result in
    ok) state=rolled-back ;;
    asked) state=asked ;;
    esac
}

engine() { # sets state: how the run rests
    state=
    [ "$part" = rollback ] || main_part
    [ -n "$state" ] || rollback_part
}

take_lock() { # or answers who has it
    exec 9>>"$base/lock" || refuse 73 not-writable
    lock_tries=0
    until flock -n 9; do
        lock_tries=$((lock_tries + 1))
        [ "$lock_tries" -lt 5 ] || refuse_held "$1"
        nap 1
    done
}

refuse_held() { # VERB
    read_lock
    [ "$1" != start ] || rm -rf "$dir"
    refuse 75 "held $lock_run $lock_pid $lock_since $lock_owner"
}

refuse_unfinished() { # before a new run: the one before must have come to its end, or be given up
    last=
    [ ! -r "$base/order" ] || last=$(tail -n 1 "$base/order")
    [ -n "$last" ] && [ "$last" != "$run" ] || return 0
    unfinished_run=$run run=$last
    if read_meta; then
        : >"$base/lock"
        read_state
        last_state=$state
        is_orphaned && last_state=working
    else
        last_state=none
    fi
    run=$unfinished_run
    read_meta
    is_final "$last_state" && return 0
    if [ "$meta_supersedes" != "$last" ] || [ "$last_state" = working ]; then
        rm -rf "$dir"
        refuse 76 unfinished "$last" "$last_state"
    fi
    supersede "$last"
}

is_orphaned() { # a step of the run in $run works on though its runner is gone
    [ -r "$dir/worker" ] && read -r worker_started worker worker_birth worker_boot <"$dir/worker" \
        && is_alive "$worker" "$worker_birth" "$worker_boot"
}

supersede() { # RUN
    supersede_run=$run run=$1
    read_meta
    last_event
    mend_events
    read_events
    emit run-ended state=superseded "by=$supersede_run"
    clean_run
    run=$supersede_run
    read_meta
    sequence=0
}

clean_run() { # what nobody needs when it rests
    rm -rf "$dir/docker" "$dir/reserve" "$dir/cancel" "$dir/current" "$dir"/pipe.* "$dir"/out.* \
        "$dir"/code.* "$dir"/cut.* "$dir"/drained.*
}

clean_old() { # all but the last runs, if they have come to their end
    (
        keep_runs=$meta_keep
        while [ "$(wc -l <"$base/order")" -gt "$keep_runs" ]; do
            read -r run <"$base/order"
            ! read_meta || { read_state && is_final "$state"; } || exit 0
            rm -rf "$dir"
            tail -n +2 "$base/order" >"$base/order.new" \
                && mv "$base/order.new" "$base/order" || exit 0
        done
    )
    find "$base/staging" -mindepth 1 -maxdepth 1 -mtime +1 -exec rm -rf {} +
    find "$base" -maxdepth 1 -name 'runner-*' ! -path "$self" -mtime +30 -exec rm -f {} +
}

# A login of this run lands in a folder of its own. What the user has configured there stays usable,
# unless it would hand the password to a store that outlives the run.
private_docker() {
    [ "$meta_login" = yes ] || return 0
    docker_home=${DOCKER_CONFIG:-$HOME/.docker}
    mkdir -p "$dir/docker" || exit 73
    for docker_part in cli-plugins contexts; do
        [ ! -e "$docker_home/$docker_part" ] || ln -sf "$docker_home/$docker_part" "$dir/docker/"
    done
    if [ -r "$docker_home/config.json" ] \
        && ! grep -q -e credsStore -e credHelpers "$docker_home/config.json"; then
        cp -- "$docker_home/config.json" "$dir/docker/config.json"
    fi
    DOCKER_CONFIG=$dir/docker
    export DOCKER_CONFIG
}

detached() { # RUN start | RUN continue ANSWER OWNER
    run=$1
    read_meta || refuse 66 no-run "$run"
    read_secrets || refuse 65 cut
    take_lock "$2"
    set_clock
    if [ "$2" = start ]; then
        refuse_unfinished
    else
        check_continue "$3"
    fi
    boot_id
    born $$
    printf '%s %s %s %s %s %s\n' "$run" $$ "$birth" "$boot" "$((clock_base + uptime))" \
        "${4:-$meta_owner}" >"$base/lock" || refuse 73 not-writable
    trap 'termed=yes' TERM
    trap 'timed_out=yes' ALRM
    trap '' HUP INT
    termed=no timed_out=no cancelled=no
    if [ "$2" = start ]; then
        begin_run
    else
        resume_run "$3" "$4"
    fi
    printf 'started %s %s\n' "$run" $$
    exec >/dev/null 2>>"$dir/messages"
    private_docker
    engine
    rest
}

begin_run() {
    sequence=0 statuses=' ' part=main question='' decision=''
    printf '%s\n' "$run" >>"$base/order"
    clean_old
    dd if=/dev/zero of="$dir/reserve" bs=1024 count=64 2>/dev/null
    encode "$(uname -n)"
    emit run-started "owner=$meta_owner" "host=$encoded" "boot=$boot" "pid=$$" \
        "runner=$version" "main=$meta_main" "total=$meta_total" "rollback=$meta_rollback"
}

check_continue() { # ANSWER
    last_event
    [ "$kind" != run-ended ] || refuse 64 ended
    read_events
    is_answer "$1" || refuse 64 answer "${question:-none}"
    check_secrets || refuse 65 no-secret "$missing_secret"
}

resume_run() { # ANSWER OWNER
    mend_events
    [ "$sequence" -gt 0 ] || begin_run
    rm -f "$dir/cancel"
    if [ -n "$question" ] || [ "$1" != go-on ]; then
        emit answered "kind=$question" "step=$question_step" "answer=$1" "by=$2"
        apply_answer "$1"
    fi
    emit resumed "by=$2" "boot=$boot" "pid=$$"
    mark_again
}

rest() { # the run has ended, or waits for an answer
    clean_run
    if is_final "$state"; then
        emit run-ended "state=$state"
        remove_staged
    fi
    sync "$dir/events"
    : >"$base/lock"
}

remove_staged() {
    for staged_step in "$dir"/step.*; do
        while IFS= read -r staged_line; do
            [ "$staged_line" != 'argument @place' ] || { IFS= read -r staged_line \
                && rm -rf "$base/staging/${staged_line#argument }"; }
        done <"$staged_step"
    done
}

# --- one step, in a session of its own: it is not touched by the end of its runner ---------------

# Its end is one line: CODE REASON LOG-BYTES LOG-WAS-CUT [GOT] and a full stop.
record_exit() { # CODE REASON
    exec 4>&- # the log's reader ends, unless what the step left running still holds it
    drain_looks=0
    until [ -e "$dir/drained.$started" ] || [ "$drain_looks" -ge 700 ]; do
        drain_looks=$((drain_looks + 1))
        [ "$drain_looks" -lt 500 ] || sleep 0.01 2>/dev/null || { sleep 1 && drain_looks=700; }
    done
    log_bytes=0 log_cut=no encoded=''
    [ ! -s "$dir/log.$started" ] || log_bytes=$(wc -c <"$dir/log.$started")
    [ ! -e "$dir/cut.$started" ] || log_cut=yes
    [ -z "$got" ] || encode "$(printf '%.200s' "${got%%"$nl"*}")"
    write_exit "$1" "$2" || { rm -f "$dir/reserve" && write_exit "$1" "$2"; }
    exit 0
}

write_exit() {
    printf '%s %s %s %s %s .\n' "$1" "$2" "$((log_bytes))" "$log_cut" "$encoded" \
        >"$dir/exit.$started" 2>/dev/null
}

open_log() { # everything written to 4 is kept, up to the limit
    mkfifo "$dir/pipe.$started" || exit 73
    (
        trap '' TERM
        (
            # shellcheck disable=SC3045 # dash, busybox and bash have it
            ulimit -c 0 && ulimit -f "$(((log_limit + 511) / 512))"
            exec cat >"$dir/log.$started"
        ) || { : >"$dir/cut.$started" && cat >/dev/null; }
        : >"$dir/drained.$started"
    ) <"$dir/pipe.$started" 3<&- 8>&- 2>/dev/null &
    exec 4>"$dir/pipe.$started"
}

work() { # RUN STARTED STEP
    run=$1 started=$2
    read_meta || exit 66
    exec 3<&0 </dev/null 8>>"$dir/worker.lock"
    # One worker at a time, and never one that was waiting while its runner was replaced.
    flock -n 8 && read -r current <"$dir/current" && [ "$current" = "$started" ] || exit 75
    boot_id
    born $$
    printf '%s %s %s %s\n' "$started" $$ "$birth" "$boot" >"$dir/worker" || exit 73
    stopping=no
    trap 'stopping=yes' TERM
    trap '' HUP INT
    read_work "$dir/step.$3"
}

absolute() { # PATH; sets path
    case $1 in /*) path=$1 ;; *) path=$stack/$1 ;; esac
}

read_work() { # FILE; the program and its arguments become the arguments of the shell
    work_file=$1
    shift
    input_kind=none input='' output='' output_least=1 wants='' nevers='' tries=1 every=1
    log_limit=4194304 got='' previous=''
    while IFS= read -r line; do
        text=${line#* }
        case $line in
        'argument '*) decode "$text" && set -- "$@" "$decoded" ;;
        'environment LC_ALL '*) decode "${text#* }" && login_locale=$decoded ;;
        'environment '*) decode "${text#* }" && export "${text%% *}=$decoded" ;;
        'input '*) input_kind=text input=$text ;;
        'input-secret '*) input_kind=secret ;;
        'input-file '*) decode "$text" && absolute "$decoded" && input_kind=file input=$path ;;
        'output '*) decode "$text" && absolute "$decoded" && output=$path ;;
        'output-at-least '*) output_least=$text ;;
        'want '*) wants=$wants$text$nl ;;
        'never '*) nevers=$nevers$text$nl ;;
        'tries '*) tries=$text ;;
        'every '*) every=$text ;;
        'log-limit '*) log_limit=$text ;;
        # What may not be done twice is known to be begun, even after a power cut.
        'repeat '*) sync "$dir/worker" ;;
        esac
    done <"$work_file"
    open_log
    check_input
    try_until_right "$@"
}

check_input() {
    [ "$input_kind" = file ] || return 0
    case $input in
    *.gz) gzip -t <"$input" 2>&4 || record_exit 1 input ;;
    *) [ -r "$input" ] || record_exit 1 input ;;
    esac
}

try_until_right() {
    try=0
    while :; do
        try=$((try + 1))
        attempt "$@"
        case $reason in ok | never | missing) break ;; esac
        [ "$stopping" = no ] && [ "$try" -lt "$tries" ] || break
        sleep "$every" 3<&- 4>&- 8>&-
        [ "$stopping" = no ] || break
    done
    record_exit "$code" "$reason"
}

attempt() { # sets code, reason
    reason=ok
    case $1 in
    @*) own_program "$@" >&4 2>&4 && code=0 || code=$? ;;
    *)
        if [ -n "$output" ]; then
            write_output "$@"
        elif [ -n "$wants$nevers" ]; then
            {
                run_program "$@" 2>&4
                printf '%s\n' $? >"$dir/code.$started"
            } | { head -c 65536 && cat >/dev/null; } >"$dir/out.$started"
            read -r code <"$dir/code.$started"
            judge
            return
        else
            run_program "$@" >&4 2>&4
            code=$?
        fi
        ;;
    esac
    [ "$code" = 0 ] || [ "$reason" != ok ] || reason=code
    [ "$code" != 127 ] || reason=missing
}

run_program() {
    case $input_kind in
    none) (leave_to "$@") </dev/null ;;
    secret) (leave_to "$@") <&3 ;;
    text) printf '%b' "$input" | (leave_to "$@") ;;
    file)
        case $input in
        *.gz) gzip -dc <"$input" 2>&4 | (leave_to "$@") ;;
        *) (leave_to "$@") <"$input" ;;
        esac
        ;;
    esac
}

leave_to() { # `exec`, so that a builtin or a function of ours is never meant
    umask "$meta_umask"
    if [ "$login_locale" = unset ]; then unset LC_ALL; else LC_ALL=$login_locale; fi
    unset ATALAYA_LOCALE
    exec "$@" 3<&- 4>&- 8>&-
}

judge() { # what was printed; sets reason, got
    got=$(cat "$dir/out.$started")
    if [ "$try" = 1 ] || [ "$got" != "$previous" ]; then
        printf '%s\n' "$got" >&4
    fi
    previous=$got
    judge_rest=$nevers
    while [ -n "$judge_rest" ]; do
        decode "${judge_rest%%"$nl"*}"
        judge_rest=${judge_rest#*"$nl"}
        [ "$got" != "$decoded" ] || { reason=never && return; }
    done
    [ "$code" = 0 ] || reason=code
    [ "$code" != 127 ] || reason=missing
    [ "$reason" = ok ] && [ -n "$wants" ] || return 0
    judge_rest=$wants
    while [ -n "$judge_rest" ]; do
        decode "${judge_rest%%"$nl"*}"
        judge_rest=${judge_rest#*"$nl"}
        holds "${decoded%% *}" "${decoded#* }" && return 0
    done
    reason=want
}

holds() { # KIND TEXT: for what was printed
    case $1 in
    is) [ "$got" = "$2" ] ;;
    contains) case $got in *"$2"*) ;; *) return 1 ;; esac ;;
    lines) all_lines_are "$2" ;;
    *)
        count=${got#"${got%%[!" $tab"]*}"}
        count=${count%%[!0-9]*}
        is_number "$count" || return 1
        case $1 in
        at-least) [ "$count" -ge "$2" ] ;;
        *) [ "$count" -eq "$2" ] ;;
        esac
        ;;
    esac
}

all_lines_are() {
    lines_rest=$got$nl
    while [ -n "$lines_rest" ]; do
        [ "${lines_rest%%"$nl"*}" = "$1" ] || return 1
        lines_rest=${lines_rest#*"$nl"}
    done
}

write_output() { # sets code, reason: the file is there whole, or not at all
    part=$output.part
    mkdir -p "${output%/*}" 2>&4
    case $output in
    *.gz)
        {
            run_program "$@" 2>&4
            printf '%s\n' $? >"$dir/code.$started"
        } | gzip -c >"$part" 2>&4 || reason=output
        read -r code <"$dir/code.$started"
        size=$(gzip -dc <"$part" 2>&4 | head -c "$output_least" | wc -c)
        gzip -t <"$part" 2>&4 || reason=output
        ;;
    *)
        run_program "$@" >"$part" 2>&4
        code=$?
        size=$(wc -c <"$part")
        ;;
    esac
    [ "$code" = 0 ] || reason=code
    [ "$code" != 0 ] || [ "$((size))" -ge "$output_least" ] || reason='output-small'
    if [ "$reason" = ok ]; then
        sync "$part"
        mv -f "$part" "$output" 2>&4 || reason=output
    fi
    rm -f "$part"
}

# --- files of the project, placed one by one with a rename; what was there is kept -----------------

own_program() {
    case $1 in
    @place)
        is_word "$2" && [ -d "$base/staging/$2" ] || { echo "nothing is staged as $2" && return 1; }
        place_all "$base/staging/$2"
        ;;
    @put-back)
        if [ $# -gt 1 ]; then
            is_word "$2" && [ -d "$base/runs/$2/previous" ] || { echo "run $2 is not kept" && return 1; }
            put_back "$base/runs/$2/previous" yes
        else
            put_back "$dir/previous" no
        fi
        ;;
    @remove)
        shift
        for name in "$@"; do
            is_inside "$name" && keep "$name" && rm -f -- "$stack/$name" || return 1
        done
        ;;
    *) echo "unknown: $1" && return 64 ;;
    esac
}

is_inside() { # NAME, from the stack's folder
    case /$1/ in
    */../* | *//* | */./* | */.atalaya/*) echo "not a name inside: $1" && return 1 ;;
    esac
}

place_all() { # FOLDER: its files, whatever their names, handed over as arguments
    rm -f "$dir/place-failed"
    (cd "$1" && exec find . ! -type d -exec sh "$self" "$stack" _place "$run" "$1" {} +) \
        && [ ! -e "$dir/place-failed" ]
}

place() { # RUN FOLDER ./NAME...
    run=$1 from=$2
    shift 2
    read_meta || exit 66
    for name in "$@"; do
        name=${name#./}
        is_inside "$name" && keep "$name" && put "$from/$name" "$name" || {
            : >"$dir/place-failed"
            exit 1
        }
    done
}

put() { # FROM NAME
    if [ -d "$stack/$2" ] && [ ! -L "$stack/$2" ]; then
        echo "a folder is where a file is to be: $2"
        return 1
    fi
    case $2 in */*) mkdir -p -- "$stack/${2%/*}" || return 1 ;; esac
    cp -pP -- "$1" "$stack/$2.atalaya-new" || return 1
    # `mv` would move into the folder that a link names.
    [ ! -L "$stack/$2" ] || rm -f -- "$stack/$2"
    mv -f -- "$stack/$2.atalaya-new" "$stack/$2" && printf '%s\n' "$2"
}

keep() { # NAME: as it is before this run changes it, once
    kept=$dir/previous/files/$1
    absent=$dir/previous/absent/$1
    [ ! -e "$kept" ] && [ ! -L "$kept" ] && [ ! -e "$absent" ] || return 0
    if [ -e "$stack/$1" ] || [ -L "$stack/$1" ]; then
        mkdir -p -- "${kept%/*}" && cp -pP -- "$stack/$1" "$kept.atalaya-new" \
            && mv -f -- "$kept.atalaya-new" "$kept"
    else
        mkdir -p -- "${absent%/*}" && : >"$absent"
    fi
}

put_back() { # FOLDER KEEP: what was kept returns; files that came are removed
    [ ! -d "$1/absent" ] || (cd "$1/absent" \
        && exec find . ! -type d -exec sh "$self" "$stack" _remove "$run" "$2" {} +) || return 1
    [ -d "$1/files" ] || return 0
    if [ "$2" = yes ]; then
        place_all "$1/files"
    else
        rm -f "$dir/place-failed"
        (cd "$1/files" && exec find . ! -type d -exec sh "$self" "$stack" _return "$run" "$1/files" {} +) \
            && [ ! -e "$dir/place-failed" ]
    fi
}

remove_placed() { # RUN KEEP ./NAME...
    run=$1 removes_keep=$2
    shift 2
    read_meta || exit 66
    for name in "$@"; do
        name=${name#./}
        [ "$removes_keep" = no ] || keep "$name" || exit 1
        rm -f -- "$stack/$name" && printf '%s\n' "$name" || exit 1
    done
}

return_placed() { # RUN FOLDER ./NAME...
    run=$1 from=$2
    shift 2
    read_meta || exit 66
    for name in "$@"; do
        put "$from/${name#./}" "${name#./}" || {
            : >"$dir/place-failed"
            exit 1
        }
    done
}

stage() { # ID SHA256
    is_word "$1" || refuse 64 usage
    mkdir -p "$base/staging" || refuse 73 not-writable
    staged=$base/staging/$1
    trap 'rm -f "$staged.tar.$$"' EXIT
    cat >"$staged.tar.$$" || refuse 73 not-writable
    [ "$(sha256sum <"$staged.tar.$$")" = "$2  -" ] || refuse 65 cut
    tar -tf "$staged.tar.$$" | while IFS= read -r name; do
        name=${name#./}
        name=${name%/}
        [ -z "$name" ] || [ "$name" = . ] || is_inside "$name" >/dev/null || exit 1
    done || refuse 65 name
    rm -rf "$staged" "$staged.new"
    mkdir "$staged.new" && (cd "$staged.new" && tar -xopf "$staged.tar.$$") \
        && mv "$staged.new" "$staged" || refuse 73 not-writable
    printf 'staged %s\n' "$1"
}

# --- for those who look on -------------------------------------------------------------------------

follow() { # RUN SEQUENCE BYTES
    find_run "$1"
    is_number "${2:-0}" && is_number "${3:-0}" || refuse 64 usage
    seen=${2:-0} seen_bytes=${3:-0}
    open_log_of='' sent=0 rest_of_line='' idle=0 last_line='' show_kind=''
    state=
    until [ -r "$dir/events" ]; do
        read_state
        [ "$state" = running ] || { printf 'end %s\n' "$state" && return; }
        nap 1
    done
    exec 5<"$dir/events"
    while :; do
        printed=no
        while IFS= read -r line <&5; do
            show_event "$rest_of_line$line"
            rest_of_line=
        done
        rest_of_line=$rest_of_line$line
        [ -z "$open_log_of" ] || send_log 2147483647
        [ "$printed" = yes ] && idle=0 && nap 1 && continue
        [ -z "$ending" ] || break
        pause_or_end
    done
    printf 'end %s\n' "$state"
}

# Rests only when the events were read once more after the runner was seen to be gone.
pause_or_end() {
    line=$last_line kind=$show_kind
    state_of_event
    [ "$state" = running ] || { ending=yes && return; }
    idle=$((idle + 1))
    [ $((idle % 16)) != 0 ] || printf 'a\n'
    if [ "$idle" -lt 5 ]; then nap 1; else nap 3; fi
}

show_event() { # LINE
    is_event "$1" || return 0
    last_line=$1
    show_sequence=${1%%"$tab"*}
    show_kind=${1#*"$tab"*"$tab"}
    show_kind=${show_kind%%"$tab"*}
    case $show_kind in
    step-started) # one that was cut may end after it
        [ "$show_sequence" -le "$seen" ] || [ -z "$open_log_of" ] || send_log 2147483647
        open_log_of=$show_sequence sent=0
        [ "$show_sequence" -gt "$seen" ] || sent=$seen_bytes
        ;;
    step-ended)
        event_value "$1" log
        [ "$show_sequence" -le "$seen" ] || [ -z "$open_log_of" ] || send_log "$value"
        open_log_of=
        ;;
    esac
    [ "$show_sequence" -gt "$seen" ] || return 0
    printf 'e %s\n' "$1"
    printed=yes ending=
}

send_log() { # LIMIT: what of it was not sent
    [ -r "$dir/log.$open_log_of" ] || return 0
    log_size=$(wc -c <"$dir/log.$open_log_of")
    [ "$log_size" -le "$1" ] || log_size=$1
    while [ "$sent" -lt "$log_size" ]; do
        chunk=$((log_size - sent))
        [ "$chunk" -le 32768 ] || chunk=32768
        printf 'l %s %s %s\n' "$open_log_of" "$sent" "$chunk"
        tail -c "+$((sent + 1))" "$dir/log.$open_log_of" | head -c "$chunk"
        printf '\n'
        sent=$((sent + chunk))
        printed=yes ending=
    done
}

show_status() { # RUN
    find_run "$1"
    read_state
    printf 'run %s\nstate %s\nsequence %s\nowner %s\n' "$run" "$state" "${sequence:-0}" "$meta_owner"
    [ "$state" != asked ] || printf 'event %s\n' "$line"
    ! is_orphaned || printf 'worker %s\n' "$worker"
}

list_runs() { # RUN STATE SEQUENCE FIRST-EVENT-TIME LAST-EVENT-TIME OWNER, the newest last
    [ -r "$base/order" ] || return 0
    while read -r run; do
        read_meta || continue
        read_state
        list_first=$(head -n 1 "$dir/events" 2>/dev/null)
        list_first=${list_first#*"$tab"}
        list_last=${line#*"$tab"}
        printf '%s %s %s %s %s %s\n' "$run" "$state" "${sequence:-0}" "${list_first%%"$tab"*}" \
            "${list_last%%"$tab"*}" "$meta_owner"
    done <"$base/order"
}

show_lock() {
    read_lock
    [ "$held" = nobody ] && echo free && return
    printf '%s %s %s %s %s %s\n' "$held" "$lock_run" "$lock_pid" "$lock_since" "$lock_boot" "$lock_owner"
}

cancel() { # RUN MODE OWNER
    find_run "$1"
    case $2 in policy | roll-back | leave) ;; *) refuse 64 usage ;; esac
    encode "$3"
    read_state
    if [ "$state" != running ]; then
        is_orphaned && kill -s TERM -- "-$worker" && printf 'stopped %s\n' "$run" && return
        refuse 64 rests "$state"
    fi
    last_event
    cancel_from=$sequence cancel_naps=0
    printf '%s %s\n' "$2" "$encoded" >"$dir/cancel.new" && mv "$dir/cancel.new" "$dir/cancel" \
        || refuse 73 not-writable
    # Told again until it is heard: a signal may come just before the runner begins to wait.
    while read_state && [ "$state" = running ] && [ "$cancel_naps" -lt 100 ]; do
        tail -n "+$((cancel_from + 1))" "$dir/events" | grep -q "${tab}cancel-requested" && break
        kill -s TERM "$lock_pid" 2>/dev/null
        nap 1
        cancel_naps=$((cancel_naps + 1))
    done
    printf 'cancelled %s\n' "$run"
}

carry_on() { # RUN ANSWER OWNER
    find_run "$1"
    read_secrets || refuse 65 cut
    is_word "$2" || refuse 64 usage
    encode "$3"
    hand_over "$run" continue "$2" "$encoded"
}

# --- verbs ----------------------------------------------------------------------------------------

# Our own small programs need no language; what the steps run gets back what the login has.
login_locale=${ATALAYA_LOCALE-${LC_ALL-unset}}
ATALAYA_LOCALE=$login_locale
export ATALAYA_LOCALE
LC_ALL=C
export LC_ALL
self=$0
stack=$1
verb=$2
case $self$stack in /*) ;; *) refuse 64 usage ;; esac
[ $# -ge 2 ] && shift 2 && cd -- "$stack" || refuse 66 no-folder
base=$stack/.atalaya
lock_pid=0
[ "$verb" != start ] || login_umask=$(umask)
umask 077
ending=

case $verb in
start) start ;;
follow) follow "$@" ;;
continue) carry_on "$@" ;;
cancel) cancel "$@" ;;
stage) stage "$@" ;;
status) show_status "$@" ;;
list) list_runs ;;
lock) show_lock ;;
steps) find_run "$1" && cat "$dir/steps" ;;
version) printf 'atalaya-runner %s\n' "$version" ;;
_run) detached "$@" ;;
_step) work "$@" ;;
_place) place "$@" ;;
_remove) remove_placed "$@" ;;
_return) return_placed "$@" ;;
*) refuse 64 usage ;;
esac
