package io.weir.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.domain.Action;
import io.weir.domain.Outcome;
import io.weir.domain.SanctionedAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.common.header.Headers;

/**
 * A load as screening has written it on, with its verdicts, and in it the transfers of addresses
 * that are listed later. Safe for several threads.
 */
final class PastTraffic implements LoadSource {
  // The names are public API.
  private static final String OUTCOME = "weir-outcome";
  private static final String ACTION = "weir-action";
  private static final String LIST_POSITION = "weir-list-position";
  private static final String HITS = "weir-hits";

  private final LoadSpec spec;
  private final Planting planting;
  private final LoadTraffic traffic;
  private final ListedRows list;

  /**
   * @param spec of the load; the list had as many rows as its hits are among
   */
  PastTraffic(LoadSpec spec, Planting planting) {
    this.spec = spec;
    this.planting = planting;
    this.traffic = new LoadTraffic(spec);
    this.list = new ListedRows(spec.seed());
  }

  /** The row that is listed later. */
  SanctionedAddress row(int listing) {
    return list.row(spec.hitsAmong() + listing);
  }

  /** The ids of the hits that a listing must lead to. */
  List<String> hits(int listing) {
    return planting.indices(listing).stream()
        .map(index -> at(index).hitId().orElseThrow())
        .toList();
  }

  @Override
  public LoadTransfer at(long index) {
    OptionalInt listing = planting.listing(index);
    return listing.isPresent()
        ? traffic.touching(row(listing.getAsInt()), index)
        : traffic.at(index);
  }

  @Override
  public void head(long index, LoadTransfer made, Headers headers) {
    Optional<String> hit = planting.listing(index).isPresent() ? Optional.empty() : made.hitId();
    add(headers, OUTCOME, (hit.isPresent() ? Outcome.FLAGGED : Outcome.CLEAR).name());
    hit.ifPresent(id -> add(headers, ACTION, Action.HOLD.name()));
    add(headers, LIST_POSITION, Long.toString(spec.hitsAmong() - 1));
    hit.ifPresent(id -> add(headers, HITS, id));
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(UTF_8));
  }
}
