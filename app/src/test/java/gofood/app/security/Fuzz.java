package gofood.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import gofood.app.security.Described.Operation;
import gofood.app.security.Wire.Answer;
import gofood.app.security.Wire.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Throws what is almost right at every operation that the services describe. `-Dfuzz.seconds=600`
/// goes on for longer, `-Dfuzz.seed=…` plays the same requests again.
abstract class Fuzz {
    private static final Duration SLOW = Duration.ofSeconds(5);
    private static final int THROWERS = 4;

    /// A fault made on purpose is a 500, and who is erased can't be asked again.
    private static final Set<String> SPARED = Set.of("PUT /faults", "DELETE /users/{user_id}");

    private static final List<List<String>> HEADERS =
            List.of(
                    List.of("If-Match", "\"99\""),
                    List.of("If-Match", "*"),
                    List.of("If-Match", "W/\"1\", \"\\"),
                    List.of("If-None-Match", "\"1\""),
                    List.of("If-None-Match", "*"),
                    List.of("Range", "bytes=0-1,5-"),
                    List.of("Range", "bytes=-9999999999"),
                    List.of("Accept", "text/csv"),
                    List.of("Accept", "*/*;q=x"),
                    List.of("Accept-Encoding", "gzip, br;q=0"),
                    List.of("Accept-Language", "fr;q=0.1,%%"),
                    List.of("Idempotency-Key", "k"),
                    List.of("Idempotency-Key", " "),
                    List.of("Idempotency-Key", "x".repeat(300)),
                    List.of("traceparent", "00-zz-zz-01"),
                    List.of("X-Timeout-Ms", "abc"),
                    List.of("X-Timeout-Ms", "-5"),
                    List.of("X-Timeout-Ms", "99999999999999999999"),
                    List.of("Last-Event-ID", "-1"),
                    List.of("Last-Event-ID", "99999999999999999999"),
                    List.of("Last-Event-ID", "x"),
                    List.of("Content-Type", "text/plain"),
                    List.of("Content-Type", "application/xml"),
                    List.of("Content-Type", ";;;"),
                    List.of("Content-Encoding", "gzip"),
                    List.of("X-Forwarded-For", "1.2.3.4, x"),
                    List.of("X-HTTP-Method-Override", "DELETE"),
                    List.of("Origin", "http://evil.test"),
                    List.of("Cookie", "a=b; a=c"),
                    List.of("If-Modified-Since", "yesterday"));

    abstract Scene scene();

    private record Shot(Operation operation, Request request, Persona who) {}

    @Test
    void nothing_that_a_client_sends_breaks_a_service() throws Exception {
        var seed = Long.getLong("fuzz.seed", System.nanoTime());
        var seconds = Integer.getInteger("fuzz.seconds", 20);
        System.out.printf("fuzz: -Dfuzz.seed=%d -Dfuzz.seconds=%d%n", seed, seconds);
        var operations = operations();
        assertThat(operations.size()).isGreaterThan(100);
        var counts = new ConcurrentSkipListMap<String, LongAdder>();
        var wrong = new ConcurrentSkipListMap<String, String>();
        var until = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        try (var threads = Executors.newFixedThreadPool(THROWERS)) {
            var all =
                    IntStream.range(0, THROWERS)
                            .mapToObj(i ->
                                    threads.submit(() -> {
                                        var random = new Random(seed + i);
                                        while (System.nanoTime() < until)
                                            shoot(operations, random, counts, wrong);
                                    }))
                            .toList();
            for (var one : all) one.get();
        }
        System.out.println("fuzz: " + counts);
        assertThat(wrong.values()).isEmpty();
    }

    private List<Operation> operations() {
        var all = new ArrayList<Operation>();
        for (var service : scene().house.services())
            all.addAll(new Described(service, scene().house.url(service)).operations());
        all.removeIf(operation -> SPARED.contains(operation.name()));
        return all;
    }

    private void shoot(
            List<Operation> operations,
            Random random,
            Map<String, LongAdder> counts,
            Map<String, String> wrong) {
        var operation = operations.get(random.nextInt(operations.size()));
        var shot = shot(operation, new Hostile(random, operation.of()), random);
        var begin = System.nanoTime();
        Answer answer;
        try {
            answer = ask(shot);
        } catch (RuntimeException e) {
            wrong.put(operation.name() + " breaks", told(shot, e + " " + e.getCause()));
            return;
        }
        var took = Duration.ofNanos(System.nanoTime() - begin);
        counts.computeIfAbsent(Integer.toString(answer.status()), _ -> new LongAdder()).increment();
        for (var fault : Oracle.faults(operation, answer, asked(shot)))
            wrong.put(
                    operation.name() + " " + fault,
                    fault + ": " + told(shot, answer.status() + " " + answer.text()));
        // a machine that is busy may be slow once
        if (took.compareTo(SLOW) > 0 && took(shot).compareTo(SLOW) > 0)
            wrong.put(operation.name() + " is slow", told(shot, took.toString()));
    }

    private static Answer ask(Shot shot) {
        return shot.operation.isStream() ? Wire.begin(shot.request) : Wire.send(shot.request);
    }

    private static Duration took(Shot shot) {
        var begin = System.nanoTime();
        ask(shot);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private Shot shot(Operation operation, Hostile hostile, Random random) {
        var who = Persona.values()[random.nextInt(Persona.values().length)];
        var service = operation.of().service;
        var direct = who == Persona.SERVICE || service.equals("gateway") || hostile.chance(0.3);
        var where = scene().house.url(direct ? service : "gateway");
        var token =
                who == Persona.SERVICE
                        ? scene().house.asService(where).token()
                        : scene().client(who).token();
        var usual = Policy.usual(operation.name());
        var body =
                operation.body().isMissingNode()
                        ? new byte[0]
                        : hostile.body(operation.body(), scene().filled(usual));
        var headers = new ArrayList<String>();
        while (hostile.chance(0.2)) {
            var header = hostile.one(HEADERS);
            if (!headers.contains(header.getFirst())) headers.addAll(header);
        }
        var request =
                new Request(
                        operation.method(),
                        uri(where, operation, hostile),
                        token,
                        body,
                        headers.toArray(String[]::new));
        return new Shot(operation, request, who);
    }

    private URI uri(URI where, Operation operation, Hostile hostile) {
        var path = operation.path();
        var query = new ArrayList<String>();
        for (var parameter : operation.parameters()) {
            var name = parameter.path("name").asText();
            var known = scene().find(name);
            switch (parameter.path("in").asText()) {
                case "path" ->
                        path =
                                path.replace(
                                        "{" + name + "}",
                                        hostile.text(parameter.path("schema"), known));
                case "query" -> {
                    if (parameter.path("required").asBoolean() || hostile.chance(0.5))
                        query.add(name + "=" + hostile.text(parameter.path("schema"), known));
                }
                default -> {}
            }
        }
        if (hostile.chance(0.1)) query.add(hostile.oddText());
        return URI.create(where + path + (query.isEmpty() ? "" : "?" + String.join("&", query)));
    }

    private static String asked(Shot shot) {
        return shot.request.uri()
                + Arrays.toString(shot.request.headers())
                + new String(shot.request.body(), StandardCharsets.UTF_8);
    }

    private static String told(Shot shot, String answer) {
        var body = new String(shot.request.body(), StandardCharsets.UTF_8);
        return "%s %s as %s %s%n  %s%n  -> %s"
                .formatted(
                        shot.request.method(),
                        shot.request.uri(),
                        shot.who,
                        Arrays.toString(shot.request.headers()),
                        cut(body),
                        cut(answer));
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(600, text.length()));
    }
}
