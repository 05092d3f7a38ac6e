package io.weir.cli;

import com.google.common.collect.Lists;
import io.weir.address.AddressKey;
import io.weir.domain.ListManifest;
import io.weir.lists.ListDiff;
import io.weir.lists.ListDiff.Amended;
import io.weir.lists.Notice;
import io.weir.lists.Publication;
import io.weir.publish.ListLoad;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a load would change, or has changed, as JSON for programs: every listing of it. */
final class ListLoadFields {
  private ListLoadFields() {}

  static Map<String, Object> of(LoadOutcome outcome) {
    ListLoad load = outcome.load();
    Publication publication = load.publication();
    ListDiff diff = load.diff();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("authority", publication.id().authority());
    fields.put("list", publication.id().list());
    fields.put("source", ListFields.of(publication.source()));
    fields.put("in_force", load.inForce().map(ListFields::of).orElse(null));
    fields.put("entries", publication.entries());
    fields.put("addresses", publication.addresses());
    // Made while they are printed: a first load may add a million.
    fields.put("added", Lists.transform(diff.added(), ListFields::of));
    fields.put("amended", Lists.transform(diff.amended(), ListLoadFields::of));
    fields.put("removed", Lists.transform(diff.removed(), ListFields::of));
    fields.put("unchanged", diff.unchanged());
    fields.put("left_out", load.leftOut().map(ListLoadFields::leftOut).orElse(null));
    fields.put("notices", Lists.transform(publication.notices(), ListLoadFields::of));
    fields.put("repaired", Lists.transform(diff.repaired(), AddressKey::toString));
    fields.put("unreadable", Lists.transform(diff.unreadable(), AddressKey::toString));
    fields.put("unusable_keys", load.held().unusableKeys());
    fields.put("history_begins", load.startsHistory());
    fields.put("refused", outcome.refusal().map(refused -> refused.reason().name()).orElse(null));
    fields.put(
        "suspicious", outcome.suspicion().map(refused -> refused.reason().name()).orElse(null));
    fields.put("published", outcome.published());
    return fields;
  }

  /** The same keys for a file that did not have to be read, being the publication in force. */
  static Map<String, Object> ofConfirmed(ListManifest manifest) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("authority", manifest.authority());
    fields.put("list", manifest.list());
    fields.put("source", ListFields.of(manifest.source()));
    fields.put("in_force", ListFields.of(manifest));
    fields.put("entries", manifest.entries());
    fields.put("addresses", manifest.addresses());
    for (String nothing : List.of("added", "amended", "removed")) {
      fields.put(nothing, List.of());
    }
    fields.put("unchanged", manifest.listings().orElseThrow());
    fields.put("left_out", null);
    // Nobody has looked for any.
    fields.put("notices", null);
    for (String nothing : List.of("repaired", "unreadable", "unusable_keys")) {
      fields.put(nothing, List.of());
    }
    fields.put("history_begins", false);
    fields.put("refused", null);
    fields.put("suspicious", null);
    fields.put("published", true);
    return fields;
  }

  private static Map<String, Object> leftOut(ListDiff diff) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("amended", Lists.transform(diff.amended(), ListLoadFields::of));
    fields.put("removed", Lists.transform(diff.removed(), ListFields::of));
    return fields;
  }

  private static Map<String, Object> of(Amended amended) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("changed", ListFields.changed(amended.before(), amended.after()));
    fields.put("before", ListFields.of(amended.before()));
    fields.put("after", ListFields.of(amended.after()));
    return fields;
  }

  private static Map<String, Object> of(Notice notice) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("line", notice.line());
    fields.put("entry_id", notice.entryId());
    fields.put("text", notice.text());
    fields.put("effect", notice.effect().name());
    fields.put("reason", notice.reason());
    return fields;
  }
}
