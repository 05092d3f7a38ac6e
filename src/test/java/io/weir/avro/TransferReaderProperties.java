package io.weir.avro;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.domain.Direction;
import io.weir.domain.Parties;
import io.weir.domain.Parties.NamedAddress;
import io.weir.domain.Role;
import io.weir.domain.Transfer;
import io.weir.domain.TransferStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/** Screening reads a part of each record: the part must be what the whole says. */
@Domain(Values.class)
@Domain(DomainContext.Global.class)
class TransferReaderProperties {
  private static final Schema OURS = io.weir.avro.Transfer.getClassSchema();

  private final Written written = new Written();

  @BeforeContainer
  static void limitAvro() {
    AvroSafety.apply();
  }

  @Property(tries = 300)
  void shouldSeeThePartiesOfTheWhole(@ForAll Transfer transfer) {
    agree(written.by(transfer), transfer);
  }

  @Property(tries = 300)
  void shouldSeeThePartiesThroughFieldsAndAnOrderOfTheWriter(
      @ForAll Transfer transfer, @ForAll @IntRange(max = 1000) int seed) {
    Schema theirs = moreFieldsInAnotherOrder(new Random(seed));

    byte[] value =
        written.by(transfer, theirs, field -> field.name().startsWith("more") ? "more" : null);

    agree(value, transfer);
  }

  @Property(tries = 100)
  void shouldScreenAStatusItDoesNotKnow(@ForAll Transfer transfer) {
    Schema statuses = symbols("TransferStatus", "CONFIRMED", "PENDING", "DROPPED", "ORPHANED");
    Schema directions = symbols("Direction", "DEPOSIT", "SWAP");
    Schema theirs = with(List.of(field("status", statuses), field("direction", directions)));

    byte[] value =
        written.by(
            transfer,
            theirs,
            field ->
                switch (field.name()) {
                  case "status" -> new GenericData.EnumSymbol(statuses, "ORPHANED");
                  case "direction" -> new GenericData.EnumSymbol(directions, "SWAP");
                  default -> null;
                });

    TransferReader reader = written.reader();
    Transfer whole = reader.whole(value).value().orElseThrow();
    assertThat(whole.status()).isEqualTo(TransferStatus.CONFIRMED);
    assertThat(whole.direction()).isEqualTo(Direction.UNKNOWN);
    assertThat(reader.parties(value).value()).contains(Parties.of(whole));
  }

  @Property(tries = 200)
  void shouldSeeNobodyTheWriterHasNoFieldFor(@ForAll Transfer transfer) {
    Schema theirs = without("receivers", "initiator", "status", "attributes", "position");

    byte[] value = written.by(transfer, theirs, field -> null);

    TransferReader reader = written.reader();
    Transfer whole = reader.whole(value).value().orElseThrow();
    assertThat(whole.receivers()).isEmpty();
    assertThat(whole.senders()).isEqualTo(transfer.senders());
    assertThat(reader.parties(value).value()).contains(Parties.of(whole));
  }

  @Property(tries = 300)
  void shouldSayThatACutRecordCannotBeRead(@ForAll Transfer transfer, @ForAll Random random) {
    byte[] value = written.by(transfer);
    byte[] cut = Arrays.copyOf(value, random.nextInt(value.length));
    TransferReader reader = written.reader();

    // The attributes come last and are skipped, so the parties may still be whole.
    assertThat(reader.whole(cut).problem()).isPresent();
    reader.parties(cut).value().ifPresent(seen -> assertThat(seen).isEqualTo(Parties.of(transfer)));
    SkimmedParties found = new SkimmedParties();
    if (reader.skimmer().skim(cut, found)) {
      assertThat(seen(found)).containsExactlyInAnyOrderElementsOf(addresses(transfer));
    }
  }

  /** What is skimmed, or read with the whole, is what the resolver reads, whatever the bytes. */
  @Property(tries = 2000)
  void shouldNeverReadWhatTheResolverReadsOtherwise(
      @ForAll Transfer transfer, @ForAll Random random) {
    byte[] value = written.by(transfer);
    for (int i = 0; i <= random.nextInt(3); i++) {
      value[5 + random.nextInt(value.length - 5)] = (byte) random.nextInt();
    }
    TransferReader reader = written.reader();

    Optional<Parties> slow = reader.parties(value).value();
    assertThat(reader.parties(value, reader.whole(value))).isEqualTo(reader.parties(value));

    SkimmedParties found = new SkimmedParties();
    if (reader.skimmer().skim(value, found)) {
      assertThat(slow).isPresent();
      assertThat(seen(found))
          .containsExactlyInAnyOrderElementsOf(
              slow.get().named().stream().map(NamedAddress::address).toList());
      assertThat(found.isDropped()).isEqualTo(slow.get().dropped());
    }
  }

  private void agree(byte[] value, Transfer transfer) {
    TransferReader reader = written.reader();
    assertThat(reader.whole(value).value()).contains(transfer);
    assertThat(reader.parties(value).value()).contains(Parties.of(transfer));
    assertSkims(reader, value, transfer);
  }

  /** Asked again, when the schema is known, the parties are found without an object. */
  private static void assertSkims(TransferReader reader, byte[] value, Transfer transfer) {
    SkimmedParties found = new SkimmedParties();
    assertThat(reader.skimmer().skim(value, found)).isTrue();
    assertThat(seen(found)).containsExactlyInAnyOrderElementsOf(addresses(transfer));
    assertThat(text(found, found.chainFrom(), found.chainTo())).isEqualTo(transfer.chain());
    assertThat(found.transferIdBytes()).isEqualTo(transfer.transferId().getBytes(UTF_8).length);
    assertThat(found.isDropped()).isEqualTo(transfer.status() == TransferStatus.DROPPED);
    assertThat(found.isSomebody())
        .isEqualTo(
            Parties.of(transfer).named().stream()
                .anyMatch(party -> party.role() != Role.ASSET_CONTRACT));
  }

  private static List<String> seen(SkimmedParties found) {
    return IntStream.range(0, found.count())
        .mapToObj(party -> text(found, found.from(party), found.to(party)))
        .toList();
  }

  private static String text(SkimmedParties found, int from, int to) {
    return new String(found.bytes(), from, to - from, UTF_8);
  }

  private static List<String> addresses(Transfer transfer) {
    return Parties.of(transfer).named().stream().map(NamedAddress::address).toList();
  }

  private static Schema moreFieldsInAnotherOrder(Random random) {
    Schema text = Schema.create(Schema.Type.STRING);
    List<Schema.Field> fields = copies(OURS.getFields());
    fields.add(new Schema.Field("more_required", text, "No reader asks for it."));
    fields.add(new Schema.Field("more_optional", text, "It has a default.", "none"));
    Collections.shuffle(fields, random);
    return record(fields);
  }

  /** Our schema with other types for some fields. */
  private static Schema with(List<Schema.Field> others) {
    List<String> names = others.stream().map(Schema.Field::name).toList();
    List<Schema.Field> fields = without(names);
    fields.addAll(others);
    return record(fields);
  }

  private static Schema without(String... names) {
    return record(without(List.of(names)));
  }

  private static List<Schema.Field> without(List<String> names) {
    return copies(
        OURS.getFields().stream().filter(field -> !names.contains(field.name())).toList());
  }

  private static List<Schema.Field> copies(List<Schema.Field> fields) {
    List<Schema.Field> copies = new ArrayList<>();
    fields.forEach(field -> copies.add(new Schema.Field(field, field.schema())));
    return copies;
  }

  private static Schema.Field field(String name, Schema type) {
    return new Schema.Field(name, type, "Another type.");
  }

  private static Schema symbols(String name, String... symbols) {
    return Schema.createEnum(name, "More symbols.", "io.weir.avro", List.of(symbols));
  }

  private static Schema record(List<Schema.Field> fields) {
    return Schema.createRecord("Transfer", "Theirs.", "io.weir.avro", false, fields);
  }
}
