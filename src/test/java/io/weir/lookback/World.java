package io.weir.lookback;

import io.weir.address.Address;
import io.weir.address.AddressKey;
import io.weir.domain.Hit;
import io.weir.domain.Hits;
import io.weir.domain.KnownAddress;
import io.weir.domain.Leg;
import io.weir.domain.Listing;
import io.weir.domain.ListingChange;
import io.weir.domain.Role;
import io.weir.domain.Samples;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A list, transfers, screening and one task of look-back, each going on by chance: rows are
 * published while transfers are screened against a list that lags behind, and look-back lags behind
 * both. Every alert of a hit opens or closes it.
 */
final class World {
  private static final LocalDate TODAY = LocalDate.of(2025, 11, 5);
  private static final List<AddressKey> KEYS =
      List.of(AddressKey.text("a"), AddressKey.text("b"), AddressKey.text("c"));

  /** A transfer record, before and after screening. */
  private record Sent(String id, boolean dropped, List<Leg> legs) {}

  private record Row(AddressKey key, List<Listing> listings) {}

  private static final class Job {
    private final ListingChange change;
    private final int upTo;
    private int next;

    private Job(ListingChange change, int upTo) {
      this.change = change;
      this.upTo = upTo;
    }
  }

  private final Random random;
  private final boolean repeats;
  private final boolean expires;

  // The list topic, and how much of it each reader has.
  private final List<Row> rows = new ArrayList<>();
  private int screeningPosition = -1;
  private int changesMade;
  private final Map<AddressKey, KnownAddress> held = new HashMap<>();

  // Screening.
  private final List<Sent> transfers = new ArrayList<>();
  private int screenedCount;
  private final Map<String, Set<String>> raised = new HashMap<>();
  private final List<Passed> screened = new ArrayList<>();

  // One task of look-back.
  private final MemoryList list = new MemoryList();
  private final MemoryLives lives = new MemoryLives();
  private final ArrivalRule arrival = new ArrivalRule(list, lives, this::earlier);
  private final ScanRule scanning = new ScanRule(list, lives);
  private final Deque<ListingChange> changes = new ArrayDeque<>();
  private final Deque<Job> jobs = new ArrayDeque<>();
  private int arrived;
  private int oldest;

  /** Hits that are open, as a reader of the alerts sees it; and what was opened while open. */
  private final Set<String> open = new HashSet<>();

  final List<String> openedTwice = new ArrayList<>();

  /** Those of them that look-back opened both times. */
  final List<String> openedTwiceByLookback = new ArrayList<>();

  private final Map<String, String> openedBy = new HashMap<>();
  final List<String> story = new ArrayList<>();

  /**
   * @param repeats whether transfers are sent again and come back after a drop
   * @param expires whether retention takes the oldest of what was screened
   */
  World(long seed, boolean repeats, boolean expires) {
    this.random = new Random(seed);
    this.repeats = repeats;
    this.expires = expires;
  }

  void run(int steps) {
    for (int i = 0; i < steps; i++) {
      if (expires && random.nextInt(6) == 0) {
        expire();
      }
      switch (random.nextInt(8)) {
        case 0 -> publish();
        case 1 -> send();
        case 2 -> screeningPosition = Math.min(rows.size() - 1, screeningPosition + 1);
        case 3 -> screen();
        case 4 -> makeChange();
        case 5 -> takeChange();
        case 6 -> takeTransfer();
        default -> scan();
      }
    }
    while (screenedCount < transfers.size()) {
      screen();
    }
    while (changesMade < rows.size()) {
      makeChange();
    }
    while (arrived < screened.size() || !changes.isEmpty() || !jobs.isEmpty()) {
      switch (random.nextInt(3)) {
        case 0 -> takeTransfer();
        case 1 -> takeChange();
        default -> scan();
      }
    }
  }

  /** Hits that must be open and are not, or are and must not be. */
  List<String> wrong() {
    Map<String, Sent> last = new LinkedHashMap<>();
    transfers.subList(oldest, transfers.size()).forEach(sent -> last.put(sent.id(), sent));
    Map<AddressKey, List<Listing>> now = at(rows.size() - 1);
    Set<String> expected = new HashSet<>();
    for (Sent sent : last.values()) {
      if (!sent.dropped()) {
        Hits.of(sent.id(), sent.legs(), key -> now.getOrDefault(key, List.of()), TODAY)
            .forEach(hit -> expected.add(name(sent.id(), hit)));
      }
    }
    List<String> wrong = new ArrayList<>();
    expected.stream()
        .filter(hit -> !open.contains(hit))
        .map(hit -> "missed " + hit)
        .forEach(wrong::add);
    open.stream()
        .filter(hit -> !expected.contains(hit) && !mayStay(hit, now))
        .filter(hit -> last.containsKey(hit.substring(0, hit.indexOf(' '))))
        .map(hit -> "left " + hit)
        .forEach(wrong::add);
    return wrong;
  }

  /** What an unreadable row withdrew, nobody knows: it stays open. */
  private static boolean mayStay(String hit, Map<AddressKey, List<Listing>> now) {
    return now.entrySet().stream()
        .filter(row -> row.getValue().stream().anyMatch(World::isUnreadable))
        .anyMatch(row -> hit.contains(" " + row.getKey() + " "));
  }

  private static boolean isUnreadable(Listing listing) {
    return listing.authority().equals(Listing.UNREADABLE);
  }

  private void publish() {
    AddressKey key = KEYS.get(random.nextInt(KEYS.size()));
    List<Listing> listings = new ArrayList<>();
    if (random.nextInt(12) == 0) {
      listings.add(Listing.unreadable(key));
    } else {
      for (String entry : List.of("1", "2")) {
        if (random.nextBoolean()) {
          String name = "Name " + random.nextInt(2);
          listings.add(Samples.listing("OFAC", entry, name, key, key.toString().substring(5)));
        }
      }
    }
    rows.add(new Row(key, listings));
    story.add("row " + (rows.size() - 1) + " " + key + " " + listings.size());
  }

  private void send() {
    if (transfers.size() > oldest && random.nextInt(3) == 0) {
      Sent old = transfers.get(oldest + random.nextInt(transfers.size() - oldest));
      if (repeats) {
        boolean dropped = random.nextInt(3) == 0;
        transfers.add(new Sent(old.id(), dropped, dropped ? some(old.id()) : legs(old.id())));
      } else if (transfers.stream().noneMatch(one -> one.id().equals(old.id()) && one.dropped())) {
        transfers.add(new Sent(old.id(), true, some(old.id())));
      }
      return;
    }
    List<Leg> legs = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      AddressKey key = KEYS.get(random.nextInt(KEYS.size()));
      String text = key.toString().substring(5);
      legs.add(
          new Leg(
              i == 0 ? Role.SENDER : Role.RECEIVER,
              new Address(text, key, "text", Optional.empty())));
    }
    transfers.add(new Sent("t" + transfers.size(), false, legs));
  }

  /** As a transfer was sent first. */
  private List<Leg> legs(String id) {
    return transfers.stream().filter(sent -> sent.id().equals(id)).findFirst().orElseThrow().legs();
  }

  /** A drop may name all parties, or fewer. */
  private List<Leg> some(String id) {
    List<Leg> legs = legs(id);
    return legs.subList(0, random.nextInt(legs.size() + 1));
  }

  private Optional<Passed> earlier(long offset) {
    return offset < oldest ? Optional.empty() : Optional.of(screened.get((int) offset));
  }

  private void screen() {
    if (screenedCount == transfers.size()) {
      return;
    }
    Sent sent = transfers.get(screenedCount++);
    int position = screeningPosition;
    // The list may grow between the taking of the position and the look-ups.
    int seen = position + random.nextInt(rows.size() - position);
    screeningPosition = seen;
    Map<AddressKey, List<Listing>> then = at(seen);
    List<Hit> hits =
        Hits.of(sent.id(), sent.legs(), key -> then.getOrDefault(key, List.of()), TODAY);
    Set<String> remembered = raised.computeIfAbsent(sent.id(), unused -> new HashSet<>());
    if (sent.dropped()) {
      remembered.forEach(hit -> tell("RETRACTED by screening", hit));
      remembered.clear();
    } else {
      for (Hit hit : hits) {
        if (remembered.add(name(sent.id(), hit))) {
          tell("HIT", name(sent.id(), hit));
        }
      }
    }
    screened.add(
        new Passed(
            screened.size(),
            0,
            sent.id(),
            sent.dropped(),
            sent.legs(),
            new Verdict(
                position, hits.stream().map(Hit::hitId).collect(Collectors.toSet()), false)));
    story.add("screened " + sent.id() + " at " + position + " seen " + seen);
  }

  private Map<AddressKey, List<Listing>> at(int position) {
    Map<AddressKey, List<Listing>> state = new TreeMap<>();
    for (int i = 0; i <= position; i++) {
      state.put(rows.get(i).key(), rows.get(i).listings());
    }
    return state;
  }

  private void makeChange() {
    if (changesMade == rows.size()) {
      return;
    }
    Row row = rows.get(changesMade);
    ListRowDiff.Step step =
        ListRowDiff.step(
            held.getOrDefault(row.key(), KnownAddress.unheardOf(row.key())),
            row.listings(),
            changesMade++);
    held.put(row.key(), step.known());
    step.change().ifPresent(changes::add);
  }

  private void takeChange() {
    ListingChange change = changes.poll();
    if (change != null) {
      list.apply(change);
      story.add("change " + change.position() + " known at " + arrived);
      if (change.concernsThePast()) {
        jobs.add(new Job(change, arrived));
      }
    }
  }

  private void takeTransfer() {
    if (arrived < screened.size()) {
      Passed transfer = screened.get(arrived++);
      story.add("arrived " + transfer.offset() + " " + transfer.transferId());
      tell(transfer, arrival.arrive(transfer, TODAY));
    }
  }

  private void scan() {
    Job job = jobs.peek();
    if (job == null) {
      return;
    }
    job.next = Math.max(job.next, oldest);
    if (job.next >= job.upTo) {
      jobs.poll();
      return;
    }
    Passed transfer = screened.get(job.next++);
    if (transfer.keys().contains(job.change.key())) {
      tell(transfer, scanning.scan(transfer, job.change, TODAY));
    }
  }

  /** Retention takes months: it overtakes no scan, and no record of a transfer its next. */
  private void expire() {
    while (changesMade < rows.size() || !changes.isEmpty() || !jobs.isEmpty()) {
      makeChange();
      takeChange();
      scan();
    }
    for (int i = random.nextInt(4); i > 0 && oldest < arrived; i--) {
      String id = transfers.get(oldest).id();
      if (transfers.subList(arrived, transfers.size()).stream()
          .anyMatch(sent -> sent.id().equals(id))) {
        return;
      }
      oldest++;
    }
    lives.forgetOutlived(oldest);
    story.add("oldest is " + oldest);
  }

  private void tell(Passed transfer, List<Finding> findings) {
    for (Finding finding : findings) {
      for (Hit hit : finding.hits()) {
        tell(finding.kind() + "", name(transfer.transferId(), hit));
      }
    }
  }

  private void tell(String what, String hit) {
    story.add(what + " " + hit);
    if (what.equals("HIT") || what.equals("LOOKBACK")) {
      if (!open.add(hit)) {
        openedTwice.add(hit);
        if (what.equals("LOOKBACK") && what.equals(openedBy.get(hit))) {
          openedTwiceByLookback.add(hit);
        }
      }
      openedBy.put(hit, what);
    } else {
      open.remove(hit);
    }
  }

  private static String name(String transferId, Hit hit) {
    return String.join(
        " ", transferId, hit.role().name(), hit.key().toString(), hit.listing().entryId());
  }
}
