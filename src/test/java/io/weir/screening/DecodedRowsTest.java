package io.weir.screening;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.address.AddressKey;
import io.weir.domain.Listing;
import io.weir.domain.SanctionedAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecodedRowsTest {
  private static final AddressKey KEY = AddressKey.text("key");

  @TempDir Path folder;
  private RowFile file;
  private DecodedRows decoded;
  private boolean schemaIsGone;
  private int decodings;

  @BeforeEach
  void makeRows() {
    file = new RowFile(folder);
    decoded = new DecodedRows(file, this::decode);
  }

  private SanctionedAddress decode(byte[] row) {
    decodings++;
    if (schemaIsGone) {
      throw new SerializationException("gone");
    }
    return StringRows.decode(row);
  }

  @Test
  void shouldDecodeARowThatIsHitAgainOnce() {
    int first = append("first");
    int second = append("second");
    for (int hit = 0; hit < 3; hit++) {
      assertThat(entries(first)).containsExactly("first");
      assertThat(entries(second)).containsExactly("second");
    }
    assertThat(decodings).isEqualTo(2);
  }

  @Test
  void shouldDecodeAnewWhatCouldNotBeRead() {
    int row = append("entry");
    schemaIsGone = true;
    assertThat(decoded.listings(row, KEY)).containsExactly(Listing.unreadable(KEY));

    schemaIsGone = false;
    assertThat(entries(row)).containsExactly("entry");

    schemaIsGone = true;
    assertThat(entries(row)).containsExactly("entry");
  }

  @Test
  void shouldTakeARowWithoutBytesForUnreadable() {
    int row = file.append(KEY.toString().getBytes(UTF_8), new byte[0]);

    assertThat(decoded.listings(row, KEY)).containsExactly(Listing.unreadable(KEY));
    assertThat(decodings).isZero();
  }

  @Test
  void shouldForgetWhatHasNotBeenHitForLong() {
    String large = "x".repeat(100_000);
    List<Integer> rows = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      rows.add(append(i + large));
    }
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < rows.size(); i++) {
        assertThat(entries(rows.get(i))).containsExactly(i + large);
      }
    }
    // What lies in the heap is bounded: of ten million bytes not all can have been kept.
    assertThat(decodings).isGreaterThan(150);
  }

  @Test
  void shouldForgetAllWhenPositionsBeginAnew() {
    int before = append("before");
    assertThat(entries(before)).containsExactly("before");

    file.clear();
    decoded.clear();

    int after = append("after");
    assertThat(after).isEqualTo(before);
    assertThat(entries(after)).containsExactly("after");
  }

  private int append(String entry) {
    return file.append(KEY.toString().getBytes(UTF_8), StringRows.of(KEY, entry));
  }

  private List<String> entries(int position) {
    return decoded.listings(position, KEY).stream().map(Listing::entryId).toList();
  }
}
