package io.weir.runtime;

import io.weir.address.Address;
import io.weir.address.AddressKey;
import io.weir.address.Addresses;
import io.weir.address.NotAnAddress;
import io.weir.address.Reading;
import io.weir.config.YamlFile;
import io.weir.domain.ListOverride;
import io.weir.domain.ListOverride.Effect;
import io.weir.domain.Listing;
import io.weir.domain.OverrideEntry;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one entry of the overrides file; every problem names it by its address. */
final class OverrideReader {
  private static final String ALLOW_FIELDS =
      "address, as, effect, reason, author, expires or authority";
  private static final String DENY_FIELDS =
      "address, as, effect, reason, author, expires, name or programs";
  private static final String NEVER = "never";
  private static final String TEXT = "text";

  /** Characters. What a decision says stands in each alert about its address. */
  private static final int LONGEST_REASON = 500;

  private static final int LONGEST_NAME = 100;

  /** As lists name authorities. */
  private static final Pattern AUTHORITY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private final YamlFile file;
  private final YamlFile.Value item;
  private final Map<String, YamlFile.Value> fields;
  private final Map<String, Integer> lines = new HashMap<>();
  private final String title;
  private boolean valid = true;

  OverrideReader(YamlFile file, YamlFile.Value item) {
    this.file = file;
    this.item = item;
    this.fields = new LinkedHashMap<>(item.fields());
    fields.forEach((name, value) -> lines.put(name, value.line()));
    YamlFile.Value address = fields.get("address");
    this.title = title(address == null ? "" : address.text().orElse(""));
  }

  /** What every problem of an entry begins with. */
  static String title(String address) {
    return "override '" + address.replaceAll("\\p{C}+", " ").strip() + "', ";
  }

  /** The entry; empty when it has problems. */
  Optional<OverrideEntry> read() {
    Optional<Effect> effect = effect();
    Optional<Address> address = address();
    Optional<String> reason = required("reason", "why, in a sentence", LONGEST_REASON);
    Optional<String> author = required("author", "who decided", LONGEST_NAME);
    Optional<Expiry> expiry = expiry(effect);
    boolean allows = effect.filter(Effect.ALLOW::equals).isPresent();
    Optional<String> authority = allows ? authority() : Optional.empty();
    Optional<String> name =
        allows ? Optional.empty() : optional("name", "whose address it is", LONGEST_NAME);
    List<String> programs = allows ? List.of() : programs();
    if (effect.isPresent()) {
      fields
          .keySet()
          .forEach(key -> problem(key, allows ? ALLOW_FIELDS : DENY_FIELDS, "unknown field"));
    }
    if (!valid || effect.isEmpty() || expiry.isEmpty()) {
      return Optional.empty();
    }
    String who = author.orElseThrow();
    return Optional.of(
        new OverrideEntry(
            item.line(),
            address.orElseThrow(),
            name.orElse(allows ? "Allowed by " + who : "Unnamed"),
            programs,
            new ListOverride(
                effect.get(), reason.orElseThrow(), who, expiry.get().last(), authority)));
  }

  private Optional<Effect> effect() {
    Optional<String> text = text("effect");
    Optional<Effect> effect =
        text.flatMap(
            word ->
                switch (word) {
                  case "allow" -> Optional.of(Effect.ALLOW);
                  case "deny" -> Optional.of(Effect.DENY);
                  default -> Optional.empty();
                });
    if (effect.isEmpty()) {
      problem("effect", "allow or deny", shown(text));
    }
    return effect;
  }

  /**
   * An override must not rest on bare text by accident: a mistyped address is text as well. Where
   * it is meant, as for Monero, the entry says so.
   */
  private Optional<Address> address() {
    boolean asText = asText();
    Optional<String> text = text("address");
    if (text.isEmpty()) {
      problem("address", "an address", shown(text));
      return Optional.empty();
    }
    Reading reading = Addresses.readAnyChain(text.get());
    if (reading instanceof NotAnAddress not) {
      problem("address", "an address", not.detail());
      return Optional.empty();
    }
    Address address = (Address) reading;
    boolean isText = address.key().kind() == AddressKey.Kind.TEXT;
    if (isText && !asText) {
      problem(
          "address",
          "an address of a kind that Weir decodes, or 'as: text' when it is to be compared as text",
          address.warning().orElse("it is none"));
    } else if (!isText && asText) {
      problem("as", "no such field", "the address reads as " + address.key().kind().prefix());
    } else if (!isText && address.warning().isPresent()) {
      problem("address", "one whose checksum is right", address.warning().orElseThrow());
    }
    return Optional.of(address);
  }

  private boolean asText() {
    if (!fields.containsKey("as")) {
      return false;
    }
    Optional<String> as = text("as");
    if (as.filter(TEXT::equals).isEmpty()) {
      problem("as", TEXT, shown(as));
    }
    return true;
  }

  /** Until when a decision holds; empty for ever. */
  private record Expiry(Optional<LocalDate> last) {}

  private Optional<Expiry> expiry(Optional<Effect> effect) {
    boolean mayLast = effect.filter(Effect.DENY::equals).isPresent();
    String expected =
        "the last day on which it holds, such as 2027-01-31" + (mayLast ? ", or never" : "");
    Optional<String> text = text("expires");
    if (mayLast && text.filter(NEVER::equals).isPresent()) {
      return Optional.of(new Expiry(Optional.empty()));
    }
    Optional<LocalDate> last = text.flatMap(OverrideReader::day);
    if (last.isEmpty()) {
      problem("expires", expected, shown(text));
      return Optional.empty();
    }
    return Optional.of(new Expiry(last));
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private Optional<String> authority() {
    if (!fields.containsKey("authority")) {
      return Optional.empty();
    }
    Optional<String> text = text("authority");
    if (text.filter(name -> AUTHORITY.matcher(name).matches()).isEmpty()
        || text.filter(ListOverride.AUTHORITY::equals).isPresent()
        || text.filter(Listing.UNREADABLE::equals).isPresent()) {
      problem(
          "authority",
          "the name of an authority such as OFAC; an allow never holds against your own denials",
          shown(text));
    }
    return text;
  }

  private List<String> programs() {
    YamlFile.Value value = fields.remove("programs");
    List<String> programs = new ArrayList<>();
    if (value != null) {
      for (YamlFile.Value each : value.items()) {
        line(each)
            .filter(program -> !program.isEmpty() && program.length() <= LONGEST_NAME)
            .ifPresentOrElse(
                programs::add,
                () -> problem("programs", "names of 1 to " + LONGEST_NAME + " characters", ""));
      }
    }
    return programs;
  }

  private Optional<String> required(String field, String what, int longest) {
    if (!fields.containsKey(field)) {
      problem(field, what, "missing");
      return Optional.empty();
    }
    return optional(field, what, longest);
  }

  private Optional<String> optional(String field, String what, int longest) {
    if (!fields.containsKey(field)) {
      return Optional.empty();
    }
    Optional<String> text = text(field);
    if (text.filter(t -> !t.isEmpty() && t.length() <= longest).isEmpty()) {
      problem(
          field,
          what + ", 1 to " + longest + " characters",
          text.map(String::length).orElse(0) + " characters");
    }
    return text;
  }

  private Optional<String> text(String field) {
    YamlFile.Value value = fields.remove(field);
    return value == null ? Optional.empty() : line(value);
  }

  /** On one line: it goes into tables, logs and the summary of alerts. */
  private static Optional<String> line(YamlFile.Value value) {
    return value.text().map(text -> text.replaceAll("[\\p{C}\\s]+", " ").strip());
  }

  private static String shown(Optional<String> text) {
    return text.map(given -> "'" + given + "'").orElse("missing");
  }

  private void problem(String field, String expected, String found) {
    valid = false;
    file.problem(
        lines.getOrDefault(field, item.line()),
        title + field + ": " + (found.isEmpty() ? "" : found + "; ") + "expected " + expected);
  }
}
