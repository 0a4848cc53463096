#!/bin/sh
# Tests of the script ./yobidashi itself: what it refuses and in which words, and how it handles processes.
# It runs a copy of the script in a temporary tree with spaces in its path, where small Java servers stand for the
# services; that the real ones start and work together is tested by the Java system tests. Needs a JDK and curl.
set -u

HERE=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
WORK=$(mktemp -d)
TREE="$WORK/a tree"
IT="$TREE/yobidashi"
NAMES='local-cloud call-service ack-service reset-service dashboard-service'
bin=${JAVA_HOME:+$JAVA_HOME/bin/}
passed=0
failed=0

# Nothing of the caller's settings may decide a test.
for setting in $(env | sed -n 's/^\(YOBIDASHI_[A-Z_]*\)=.*/\1/p; s/^\(AWS_[A-Z_]*\)=.*/\1/p'); do unset "$setting"; done
unset JAVA_OPTS
for name in CLOUD SQS MQTT MQTT_WS CALL ACK RESET BOARD; do export "YOBIDASHI_PORT_$name=0"; done
export YOBIDASHI_HOME="$WORK/a home"

# --- What the tests are written with --------------------------------------------------------------------------------

# run [SETTING=value ...] "$IT" [argument ...]; afterwards $out, $err and $code hold what it did.
run() {
    code=0
    env "$@" </dev/null >"$WORK/out" 2>"$WORK/err" || code=$?
    out=$(cat "$WORK/out") err=$(cat "$WORK/err")
}

check() { # what, pattern, actual
    # shellcheck disable=SC2254 # a pattern on purpose
    case $3 in
        $2) passed=$((passed + 1)) ;;
        *)
            failed=$((failed + 1))
            printf 'FAILED: %s\n  expected: %s\n  but was:  %s\n' "$1" "$2" "$3"
            ;;
    esac
}

# Refused = exit code 1 and this one line on stderr.
check_refused() { # what, pattern
    check "$1 (exit code)" 1 "$code"
    check "$1 (message)" "yobidashi: $2" "$err"
    check "$1 (one line)" 1 "$(($(wc -l <"$WORK/err")))"
}

pid_of() { cat "$YOBIDASHI_HOME/run/$1.pid"; }
port_of() { cat "$YOBIDASHI_HOME/run/$1.port"; }
state_of() { "$IT" status | sed -n "s/^$1 *\([a-z]*\) .*/\1/p"; }
fetch() { curl -sf -m 5 --noproxy '*' "http://localhost:$1"; }
door() { if fetch "$1" >/dev/null; then echo open; else echo silent; fi; }

# Waits up to 20 s for a command to succeed.
eventually() {
    tries=0
    until "$@" >/dev/null 2>&1; do
        tries=$((tries + 1))
        [ $tries -lt 100 ] || return 1
        sleep 0.2
    done
}

# A JAVA_HOME whose java only tells a version.
fake_java() {
    mkdir -p "$WORK/$1/bin"
    printf '#!/bin/sh\necho %s >&2\n' "'openjdk version \"$2\"'" >"$WORK/$1/bin/java"
    chmod +x "$WORK/$1/bin/java"
    echo "$WORK/$1"
}

# A PATH with the commands that the script needs, but for the named ones.
path_without() {
    rm -rf "$WORK/path"
    mkdir -p "$WORK/path"
    for tool in sh cat sed date dirname find mkdir rm mv tr tail touch sleep nohup ps grep java javac curl wget node; do
        case " $* " in
            *" $tool "*) ;;
            *) ln -s "$(command -v $tool || echo /nowhere)" "$WORK/path/$tool" ;;
        esac
    done
    echo "$WORK/path"
}

# --- The tree: a copy of the script, and jars that stand for the services -------------------------------------------

plant_tree() {
    mkdir -p "$TREE" "$WORK/classes"
    cp "$HERE/../../../../yobidashi" "$TREE/"
    cat >"$WORK/Stub.java" <<'END'
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/**
 * Like a service: takes the port that it is given, tells it, is ready. Answers with its environment. Without a port, like
 * a command of operators: tells what it is asked and where it looks, and ends.
 */
class Stub {
    static final Map<String, String> ENV = System.getenv();

    public static void main(String[] arguments) throws Exception {
        if (!ENV.containsKey("YOBIDASHI_PORT_FILE")) {
            System.out.println(String.join("|", arguments) + ": AWS_ENDPOINT_URL_SQS=" + ENV.get("AWS_ENDPOINT_URL_SQS"));
            System.exit(ENV.containsKey("STUB_FINDS") ? 1 : 0);
        }
        Path portFile = Path.of(ENV.get("YOBIDASHI_PORT_FILE"));
        String name = portFile.getFileName().toString().replace(".port", "");
        if (name.equals(ENV.get("STUB_DIES"))) {
            throw new IllegalStateException("the disk is full");
        }
        if (name.equals(ENV.get("STUB_IGNORES_TERM"))) {
            Runtime.getRuntime().addShutdownHook(new Thread(Stub::hang));
        }
        switch (name) {
            case "local-cloud" -> {
                serve(portFile.resolveSibling("sqs.port"), "SQS");
                serve(portFile.resolveSibling("mqtt.port"), "MQTT");
                serve(portFile.resolveSibling("mqtt-ws.port"), "MQTT_WS");
                serve(portFile, "CLOUD");
            }
            case "dashboard-service" -> serve(portFile, "BOARD");
            default -> serve(portFile, name.replace("-service", "").toUpperCase());
        }
    }

    static void serve(Path portFile, String setting) throws IOException {
        int port = Integer.parseInt(ENV.get("YOBIDASHI_PORT_" + setting));
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
        byte[] body = ENV.entrySet().stream().map(Object::toString).collect(Collectors.joining("\n")).getBytes();
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        Files.writeString(portFile, server.getAddress().getPort() + "\n");
    }

    static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
END
    "${bin}javac" -d "$WORK/classes" "$WORK/Stub.java" || exit 1
    for module in core aws infra/local-cloud call-service ack-service reset-service dashboard-service ops; do
        mkdir -p "$TREE/$module/src/main" "$TREE/$module/target/quarkus-app"
        touch "$TREE/pom.xml" "$TREE/$module/pom.xml"
    done
    for jar in infra/local-cloud/target/local-cloud.jar ops/target/ops.jar \
        call-service/target/quarkus-app/quarkus-run.jar; do
        "${bin}jar" --create --file "$TREE/$jar" --main-class Stub -C "$WORK/classes" . || exit 1
    done
    for name in ack-service reset-service dashboard-service; do
        cp "$TREE/call-service/target/quarkus-app/quarkus-run.jar" "$TREE/$name/target/quarkus-app/"
    done
    # Its build fails, but tells that it was called.
    printf '#!/bin/sh\necho "mvnw $*"\nexit 1\n' >"$TREE/mvnw"
    chmod +x "$TREE/mvnw"
}

clean_up() {
    "$IT" down >/dev/null 2>&1
    YOBIDASHI_HOME="$WORK/another home" "$IT" down >/dev/null 2>&1
    rm -rf "$WORK"
}
trap clean_up EXIT
trap 'exit 130' INT TERM HUP

# --- Arguments ------------------------------------------------------------------------------------------------------

help_lists_the_commands() {
    run "$IT" help
    check 'help' '*up -d*down*status*restart <name>*check*dlq list*test*' "$out"
    run "$IT"
    check 'no command is help' '*Usage*' "$out"
}

wrong_arguments_are_refused() {
    run "$IT" fly
    check_refused 'unknown command' "there is no command 'fly'; try ./yobidashi help"
    run "$IT" up -x
    check_refused 'unknown option' "up takes no '-x', only -d"
    run "$IT" restart
    check_refused 'restart without a name' "restart needs one of: $NAMES"
    run "$IT" restart ../data
    check_refused 'restart with a wrong name' "restart needs one of: $NAMES"
    run YOBIDASHI_PORT_CALL=80b "$IT" up -d
    check_refused 'a port that is no number' "YOBIDASHI_PORT_CALL is '80b'*"
}

# --- What the machine must have -------------------------------------------------------------------------------------

a_missing_jdk_is_one_line() {
    run JAVA_HOME= PATH="$(path_without java javac)" "$IT" up -d
    check_refused 'no java' 'no JDK found on the PATH; install JDK 17 or newer'
    run JAVA_HOME="$WORK/no where" "$IT" up -d
    check_refused 'no java in JAVA_HOME' "no JDK found in JAVA_HOME ($WORK/no where); install JDK 17 or newer"
}

an_old_jdk_is_one_line() {
    run JAVA_HOME="$(fake_java eight 1.8.0_402)" "$IT" up -d
    check_refused 'Java 8' 'JDK 17 or newer is needed, but the one in JAVA_HOME * is 1.8.0_402'
    run JAVA_HOME="$(fake_java sixteen 16.0.2)" "$IT" restart call-service
    check_refused 'Java 16' 'JDK 17 or newer is needed, but the one in JAVA_HOME * is 16.0.2'
}

missing_tools_are_one_line() {
    run PATH="$(path_without curl wget)" "$IT" status
    check_refused 'neither curl nor wget' 'curl or wget is needed *'
}

a_home_that_cannot_be_written_is_one_line() {
    run YOBIDASHI_HOME="$WORK/Stub.java/home" "$IT" up -d
    check_refused 'a file for a home' "cannot write to $WORK/Stub.java/home"
}

a_taken_port_is_one_line() {
    YOBIDASHI_PORT_FILE="$WORK/ack-service.port" "${bin}java" -cp "$WORK/classes" Stub &
    listener=$!
    eventually test -s "$WORK/ack-service.port"
    port=$(cat "$WORK/ack-service.port")
    taken="port $port is taken by another program; free it or set YOBIDASHI_PORT_MQTT"
    run YOBIDASHI_PORT_MQTT="$port" "$IT" up -d
    check_refused 'a taken port' "$taken"
    if command -v wget >/dev/null; then
        run PATH="$(path_without curl)" YOBIDASHI_PORT_MQTT="$port" "$IT" up -d
        check_refused 'a taken port, seen by wget' "$taken"
    fi
    run "$IT" status
    check 'nothing was started' 5 "$(($(grep -c ' stopped ' "$WORK/out")))"
    kill $listener
}

# --- The build ------------------------------------------------------------------------------------------------------

a_newer_source_is_built_first() {
    touch -t 203001010000 "$TREE/core/src/main/Newer.java"
    run "$IT" up -d
    check 'a failed build ends it' 1 "$code"
    check 'what was called' '*mvnw *-DskipTests*-pl infra/local-cloud,call-service,*package*' "$out"
    rm "$TREE/core/src/main/Newer.java"
}

an_old_node_is_one_line_when_building() {
    mv "$TREE/ack-service/target/quarkus-app" "$WORK/quarkus-app"
    run PATH="$(path_without node)" "$IT" up -d
    check_refused 'no Node' 'Node.js is needed to build the board; install 20.19 or newer'
    printf '#!/bin/sh\necho v20.18.3\n' >"$WORK/path/node"
    chmod +x "$WORK/path/node"
    run PATH="$WORK/path" "$IT" up -d
    check_refused 'an old Node' 'Node.js 20.19 or newer is needed *v20.18.3'
    mv "$WORK/quarkus-app" "$TREE/ack-service/target/quarkus-app"
}

# --- Processes ------------------------------------------------------------------------------------------------------

stale_pids_are_told_and_left_alone() {
    mkdir -p "$YOBIDASHI_HOME/run"
    sleep 300 &
    stranger=$!
    echo $stranger >"$YOBIDASHI_HOME/run/call-service.pid"
    echo 'no number' >"$YOBIDASHI_HOME/run/ack-service.pid"
    run "$IT" status
    check 'exit code of status' 1 "$code"
    check "another program's pid" stale "$(state_of call-service)"
    check 'an unreadable pid file' stale "$(state_of ack-service)"
    run "$IT" down
    check 'down finds nothing' 'Nothing was running.' "$out"
    check "another program is not stopped" 0 "$(kill -0 $stranger; echo $?)"
    check 'afterwards it is stopped' stopped "$(state_of call-service)"
    kill $stranger
}

up_and_down() {
    cd / && run "$IT" up -d
    check 'up -d' 0 "$code"
    check 'the addresses' "*press*http://localhost:$(port_of local-cloud)/*watch*:$(port_of dashboard-service)/*" "$out"
    run "$IT" status
    check 'all run' 0 "$code"
    check 'one line per process' 5 "$(($(grep -c ' running .* ready$' "$WORK/out")))"
    environment=$(fetch "$(port_of ack-service)")
    check 'the queues of the local cloud' "*AWS_ENDPOINT_URL_SQS=http://localhost:$(port_of sqs)*" "$environment"
    check 'so is the broker' "*YOBIDASHI_MQTT_URL=mqtt://localhost:$(port_of mqtt)*" "$environment"
    check 'no profile is read' '*AWS_CONFIG_FILE=/dev/null*' "$environment"
    run "$IT" up
    check 'a second up' 0 "$code"
    check 'a second up says so' "*already running*:$(port_of dashboard-service)/*" "$out"
    port=$(port_of reset-service)
    run "$IT" down
    check 'down' "Stopped: $NAMES" "$out"
    check 'its process' silent "$(door "$port")"
    check 'its files' "$YOBIDASHI_HOME/run" "$(find "$YOBIDASHI_HOME/run")"
}

the_callers_settings_win() {
    run AWS_ENDPOINT_URL_SQS=http://sqs.example YOBIDASHI_PRESS_TOKEN=mine AWS_PROFILE=work "$IT" up -d
    environment=$(fetch "$(port_of call-service)")
    check 'an endpoint' '*AWS_ENDPOINT_URL_SQS=http://sqs.example*' "$environment"
    check 'a secret' '*YOBIDASHI_PRESS_TOKEN=mine*' "$environment"
    check 'but no profile' 0 "$(($(echo "$environment" | grep -c '^AWS_PROFILE=')))"
    run "$IT" down
}

operators_look_at_what_runs_here_or_else_at_the_callers_settings() {
    run STUB_FINDS=1 AWS_ENDPOINT_URL_SQS=http://sqs.example "$IT" check
    check 'that nothing runs is told' 'Nothing is running here:*' "$err"
    check 'the settings of the caller' 'check: AWS_ENDPOINT_URL_SQS=http://sqs.example' "$out"
    check 'what it finds is the exit code' 1 "$code"
    run "$IT" up -d
    run "$IT" check
    check 'what runs here' "check: AWS_ENDPOINT_URL_SQS=http://localhost:$(port_of sqs)" "$out"
    check 'nothing found' 0 "$code"
    run "$IT" dlq show presses --id 'a b'
    check 'arguments are passed on' "dlq|show|presses|--id|a b: AWS_ENDPOINT_URL_SQS=http://localhost:$(port_of sqs)" "$out"
    run "$IT" down
}

restart_works_on_running_dead_and_stale() {
    run "$IT" up -d
    port=$(port_of call-service) pid=$(pid_of call-service)
    run "$IT" restart call-service
    check 'a running one' "call-service is ready again on port $port" "$out"
    check 'it is another process' '[0-9]*' "$(pid_of call-service | grep -vx "$pid")"
    kill -9 "$(pid_of call-service)"
    eventually test "$(state_of call-service)" = stale
    run "$IT" up -d
    check_refused 'up beside a dead one' 'only a part is running (local-cloud ack-service *'
    run "$IT" restart call-service
    check 'a dead one' "call-service is ready again on port $port" "$out"
    kill -9 "$(pid_of call-service)"
    echo $$ >"$YOBIDASHI_HOME/run/call-service.pid"
    run "$IT" restart call-service
    check 'a stale one' "call-service is ready again on port $port" "$out"
    sqs=$(port_of sqs)
    run "$IT" restart local-cloud
    check 'the local cloud keeps all its ports' "$sqs" "$(port_of sqs)"
    run "$IT" status
    check 'all run again' 0 "$code"
    run "$IT" down
}

a_process_that_dies_at_start_is_named() {
    run STUB_DIES=reset-service "$IT" up -d
    check 'exit code' 1 "$code"
    check 'the name and the log' '*reset-service stopped while starting*the disk is full*' "$err"
    check 'the others are stopped' 5 "$(($("$IT" status | grep -c ' stopped ')))"
}

a_process_that_ignores_term_is_killed() {
    run STUB_IGNORES_TERM=ack-service "$IT" up -d
    port=$(port_of ack-service)
    run "$IT" down
    check 'down' 0 "$code"
    check 'the process' silent "$(door "$port")"
}

two_run_side_by_side() {
    run "$IT" up -d
    first=$(port_of dashboard-service)
    run YOBIDASHI_HOME="$WORK/another home" "$IT" up -d
    check 'the second' 0 "$code"
    run YOBIDASHI_HOME="$WORK/another home" "$IT" down
    check 'down of the second' "Stopped: $NAMES" "$out"
    check 'the first still answers' '*YOBIDASHI_HOME=*' "$(fetch "$first")"
    run "$IT" down
}

a_signal_stops_all() {
    "$IT" up >"$WORK/up" 2>&1 &
    foreground=$!
    eventually grep -q 'Ctrl-C stops it' "$WORK/up"
    port=$(port_of local-cloud)
    check 'meanwhile' open "$(door "$port")"
    kill -TERM $foreground
    code=0
    wait $foreground || code=$?
    check 'exit code' 143 "$code"
    check 'the process' silent "$(door "$port")"
}

plant_tree
for name in help_lists_the_commands wrong_arguments_are_refused a_missing_jdk_is_one_line an_old_jdk_is_one_line \
    missing_tools_are_one_line a_home_that_cannot_be_written_is_one_line a_taken_port_is_one_line \
    a_newer_source_is_built_first \
    an_old_node_is_one_line_when_building stale_pids_are_told_and_left_alone up_and_down the_callers_settings_win \
    operators_look_at_what_runs_here_or_else_at_the_callers_settings \
    restart_works_on_running_dead_and_stale a_process_that_dies_at_start_is_named \
    a_process_that_ignores_term_is_killed two_run_side_by_side a_signal_stops_all; do
    test_name=$name
    before=$failed
    $name
    [ "$failed" -eq "$before" ] || echo "  in $test_name"
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
