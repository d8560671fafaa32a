package gofood.deploy;

import static gofood.deploy.Manifests.each;
import static gofood.deploy.Manifests.name;
import static gofood.deploy.Manifests.title;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// Where one database is backed up, all are: each night, and every change as it comes.
final class BackupRules {
    private static final String PLUGIN = "barman-cloud.cloudnative-pg.io";

    private final Manifests all;
    private final List<String> problems = new ArrayList<>();

    private BackupRules(Manifests all) {
        this.all = all;
    }

    static List<String> problems(Manifests all) {
        var rules = new BackupRules(all);
        all.kind("ScheduledBackup").forEach(rules::schedule);
        if (all.kind("ObjectStore").findAny().isPresent()) all.kind("Cluster").forEach(rules::kept);
        return rules.problems;
    }

    private void schedule(JsonNode schedule) {
        var cluster = schedule.at("/spec/cluster/name").asText();
        if (all.find("Cluster", cluster).isEmpty())
            problems.add(title(schedule) + ": there is no database " + cluster);
        if (!schedule.at("/spec/pluginConfiguration/name").asText().equals(PLUGIN))
            problems.add(title(schedule) + " is not made by " + PLUGIN);
    }

    private void kept(JsonNode cluster) {
        var nights =
                all.kind("ScheduledBackup")
                        .filter(it -> it.at("/spec/cluster/name").asText().equals(name(cluster)))
                        .count();
        if (nights != 1)
            problems.add("%s is backed up by %d schedules".formatted(title(cluster), nights));
        var stores =
                each(cluster.at("/spec/plugins"))
                        .filter(it -> it.path("name").asText().equals(PLUGIN))
                        .filter(it -> it.path("isWALArchiver").asBoolean())
                        .map(it -> it.at("/parameters/barmanObjectName").asText())
                        .toList();
        if (stores.isEmpty()) problems.add(title(cluster) + " keeps no changes");
        for (var store : stores)
            if (all.find("ObjectStore", store).isEmpty())
                problems.add(title(cluster) + ": there is no store " + store);
    }
}
