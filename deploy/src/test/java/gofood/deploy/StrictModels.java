package gofood.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/// Reads every object into the class of its kind. A kind without a class, a field that the class
/// doesn't have and a value that the field can't hold are problems. What was read is written again
/// and must be what it was: a value that was silently dropped shows there.
final class StrictModels {
    private static final Map<String, Class<?>> KINDS = kinds();
    private static final ObjectMapper STRICT = strict();

    private StrictModels() {}

    static List<String> problems(Manifests manifests) {
        var problems = new ArrayList<String>();
        for (var object : manifests.objects()) {
            var title = Manifests.title(object);
            var type = KINDS.get(key(object));
            if (type == null) problems.add(title + ": there is no kind " + key(object));
            else check(title, object, type, problems);
        }
        return problems;
    }

    private static void check(String title, JsonNode object, Class<?> type, List<String> problems) {
        try {
            var read = STRICT.treeToValue(object, type);
            lost(title, object, STRICT.valueToTree(read), problems);
        } catch (JsonProcessingException e) {
            problems.add(title + ": " + e.getOriginalMessage());
        }
    }

    /// What was said and is not there any more. Empty lists and objects may go.
    private static void lost(String where, JsonNode said, JsonNode kept, List<String> problems) {
        if (said.isContainerNode() && said.isEmpty()) return;
        if (said.isObject())
            for (var field : said.properties())
                lost(
                        where + "/" + field.getKey(),
                        field.getValue(),
                        kept.path(field.getKey()),
                        problems);
        else if (said.isArray())
            for (int i = 0; i < said.size(); i++)
                lost(where + "/" + i, said.get(i), kept.path(i), problems);
        else if (!same(said, kept)) problems.add(where + ": " + said + " is not understood");
    }

    private static boolean same(JsonNode said, JsonNode kept) {
        return said.isNumber() && kept.isNumber()
                ? said.asDouble() == kept.asDouble()
                : said.asText().equals(kept.asText());
    }

    private static Map<String, Class<?>> kinds() {
        var kinds = new HashMap<String, Class<?>>();
        ServiceLoader.load(KubernetesResource.class).stream()
                .map(ServiceLoader.Provider::type)
                .filter(HasMetadata.class::isAssignableFrom)
                .forEach(type ->
                        kinds.put(
                                HasMetadata.getApiVersion(type) + " " + HasMetadata.getKind(type),
                                type));
        kinds.put("postgresql.cnpg.io/v1 Cluster", DatabaseCluster.class);
        kinds.put("postgresql.cnpg.io/v1 ScheduledBackup", BackupSchedule.class);
        kinds.put("barmancloud.cnpg.io/v1 ObjectStore", BackupStore.class);
        return kinds;
    }

    private static String key(JsonNode object) {
        return object.path("apiVersion").asText() + " " + object.path("kind").asText();
    }

    private static ObjectMapper strict() {
        return new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .setAnnotationIntrospector(
                        new JacksonAnnotationIntrospector() {
                            /// The models keep what they don't know; we want to hear of it.
                            @Override
                            public Boolean hasAnySetter(Annotated annotated) {
                                return false;
                            }
                        });
    }
}
