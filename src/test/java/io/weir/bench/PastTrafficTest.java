package io.weir.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.weir.domain.SanctionedAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class PastTrafficTest {
  private static final int PARTITIONS = 3;
  private static final int LISTED = 50;
  private static final LoadSpec SPEC = new LoadSpec(7, LoadShape.MIX, 20, LISTED);
  private static final Planting PLANTING = new Planting(PARTITIONS, 1_000, 4, 6);
  private static final PastTraffic PAST = new PastTraffic(SPEC, PLANTING);

  @Test
  void shouldPlantEachListingInARowInOnePartition() {
    for (int listing = 0; listing < PLANTING.listings(); listing++) {
      List<Long> indices = PLANTING.indices(listing);
      int planted = listing;
      assertThat(indices).hasSize(6).allSatisfy(i -> assertThat(i).isBetween(0L, 999L));
      assertThat(indices.stream().map(i -> i % PARTITIONS).distinct()).hasSize(1);
      assertThat(indices.get(5) / PARTITIONS - indices.get(0) / PARTITIONS).isEqualTo(5);
      assertThat(indices).allSatisfy(i -> assertThat(PLANTING.listing(i)).hasValue(planted));
    }
    assertThat(LongStream.range(0, 1_000).filter(i -> PLANTING.listing(i).isPresent()).count())
        .isEqualTo(24);
  }

  @Test
  void shouldRefuseMoreThanThereIsRoomFor() {
    assertThat(Planting.least(PARTITIONS, 4, 6)).isEqualTo(105);
    assertThat(new Planting(PARTITIONS, 105, 4, 6).indices(3)).allMatch(i -> i < 105);
    assertThatIllegalArgumentException().isThrownBy(() -> new Planting(PARTITIONS, 104, 4, 6));
  }

  @Test
  void shouldTouchALaterListingExactlyWhereItIsPlanted() {
    for (int listing = 0; listing < PLANTING.listings(); listing++) {
      SanctionedAddress row = PAST.row(listing);
      List<Long> touching =
          LongStream.range(0, 1_000)
              .filter(i -> PAST.at(i).hit().filter(hit -> hit.row().equals(row)).isPresent())
              .boxed()
              .toList();
      assertThat(touching).isEqualTo(PLANTING.indices(listing));
      assertThat(PAST.hits(listing)).hasSize(6).doesNotHaveDuplicates();
    }
  }

  /** As screening wrote them that knew nothing of the later listings. */
  @Test
  void shouldCarryTheVerdictOfTheListBefore() {
    for (long index = 0; index < 1_000; index++) {
      LoadTransfer made = PAST.at(index);
      Headers headers = new RecordHeaders();
      PAST.head(index, made, headers);
      Optional<String> known =
          PLANTING.listing(index).isPresent() ? Optional.empty() : made.hitId();
      assertThat(text(headers, "weir-outcome")).hasValue(known.isEmpty() ? "CLEAR" : "FLAGGED");
      assertThat(text(headers, "weir-hits")).isEqualTo(known);
      assertThat(text(headers, "weir-list-position")).hasValue("" + (LISTED - 1));
    }
  }

  private static Optional<String> text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null ? Optional.empty() : Optional.of(new String(header.value(), UTF_8));
  }
}
