package dev.whetstone.services.vote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.whetstone.services.failure.ServiceException;
import dev.whetstone.services.file.JsonFiles;
import dev.whetstone.services.project.OpenProject;
import dev.whetstone.store.rule.RuleVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Families of rules that a person confirmed, kept in the project's settings.
public final class FamilyBook {
    private static final String KEY = "rules.families";
    private static final String APART = "rules.families.separate";
    private static final TypeReference<List<Family>> LIST = new TypeReference<>() {};

    private final OpenProject project;

    public FamilyBook(OpenProject project) {
        this.project = project;
    }

    /// Rules that tell one story.
    ///
    /// @param by who said so; empty when unknown
    public record Family(List<UUID> rules, String by, Instant at) {
        public Family {
            rules = List.copyOf(rules);
        }
    }

    /// @throws ServiceException `project.damaged` when somebody else wrote there
    public List<Family> all() {
        return read(KEY);
    }

    public void save(List<Family> families) {
        write(KEY, families);
    }

    /// Rules of which a person said that they are no family.
    ///
    /// @throws ServiceException `project.damaged` when somebody else wrote there
    public List<Family> separate() {
        return read(APART);
    }

    public void saveSeparate(List<Family> apart) {
        write(APART, apart);
    }

    private List<Family> read(String key) {
        String json = project.with(file -> file.settings().get(key)).orElse("[]");
        try {
            return JsonFiles.mapper().readValue(json, LIST);
        } catch (JsonProcessingException e) {
            throw new ServiceException(
                    "project.damaged", "The families of rules cannot be read.", "", e);
        }
    }

    private void write(String key, List<Family> families) {
        try {
            String json = JsonFiles.mapper().writeValueAsString(families);
            project.with(
                    file -> {
                        file.settings().put(key, json);
                        return true;
                    });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("ids, names and times can always be written", e);
        }
    }

    /// The places of these rules that belong together; a family with fewer than two of them says
    /// nothing.
    List<List<Integer>> among(List<RuleVersion> rules) {
        List<List<Integer>> places = new ArrayList<>();
        for (Family family : all()) {
            List<Integer> members = new ArrayList<>();
            for (int j = 0; j < rules.size(); j++) {
                if (family.rules().contains(rules.get(j).ruleId())) {
                    members.add(j);
                }
            }
            if (members.size() > 1) {
                places.add(members);
            }
        }
        return places;
    }
}
