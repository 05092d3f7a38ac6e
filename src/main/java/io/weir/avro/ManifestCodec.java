package io.weir.avro;

import io.weir.domain.ListManifest;
import io.weir.domain.Refusal;
import io.weir.domain.Retrieval;
import io.weir.domain.SkippedRow;
import io.weir.domain.Source;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** {@link ListManifest} and its Avro record, both ways. */
final class ManifestCodec {
  private static final int NOT_COUNTED = -1;

  private ManifestCodec() {}

  static io.weir.avro.ListManifest toAvro(ListManifest manifest) {
    return io.weir.avro.ListManifest.newBuilder()
        .setAuthority(manifest.authority())
        .setList(manifest.list())
        .setPublishedOn(manifest.source().publishedOn().orElse(null))
        .setSha256(manifest.source().sha256())
        .setLoadedAt(manifest.loadedAt())
        .setEntries(manifest.entries())
        .setAddresses(manifest.addresses())
        .setAdded(manifest.added())
        .setAmended(manifest.amended())
        .setRemoved(manifest.removed())
        .setSkipped(manifest.skipped().stream().map(ManifestCodec::toAvro).toList())
        .setUri(manifest.source().uri())
        .setListings(manifest.listings().orElse(NOT_COUNTED))
        .setReader(manifest.retrieval().reader())
        .setEtag(manifest.retrieval().etag().orElse(null))
        .setLastModified(manifest.retrieval().lastModified().orElse(null))
        .setAdditionsFrom(manifest.additionsFrom().map(ManifestCodec::toAvro).orElse(null))
        .setRefusals(manifest.refusals())
        .setLastRefusal(manifest.lastRefusal().map(ManifestCodec::toAvro).orElse(null))
        .setHistorySince(manifest.historySince().orElse(null))
        .setRowsEnd(manifest.rowsEnd().isPresent() ? manifest.rowsEnd().getAsLong() : null)
        .build();
  }

  static ListManifest toDomain(io.weir.avro.ListManifest avro) {
    return new ListManifest(
        avro.getAuthority(),
        avro.getList(),
        new Source(avro.getUri(), avro.getSha256(), Optional.ofNullable(avro.getPublishedOn())),
        avro.getLoadedAt(),
        avro.getEntries(),
        avro.getAddresses(),
        avro.getAdded(),
        avro.getAmended(),
        avro.getRemoved(),
        avro.getSkipped().stream().map(ManifestCodec::toDomain).toList(),
        avro.getListings() == NOT_COUNTED
            ? OptionalInt.empty()
            : OptionalInt.of(avro.getListings()),
        new Retrieval(
            avro.getReader(),
            Optional.ofNullable(avro.getEtag()),
            Optional.ofNullable(avro.getLastModified())),
        Optional.ofNullable(avro.getAdditionsFrom()).map(ManifestCodec::toDomain),
        avro.getRefusals(),
        Optional.ofNullable(avro.getLastRefusal()).map(ManifestCodec::toDomain),
        Optional.ofNullable(avro.getHistorySince()),
        avro.getRowsEnd() == null ? OptionalLong.empty() : OptionalLong.of(avro.getRowsEnd()));
  }

  static ListRefusal toAvro(Refusal refusal) {
    return new ListRefusal(refusal.at(), refusal.reason(), refusal.detail(), refusal.uri());
  }

  static Refusal toDomain(ListRefusal avro) {
    return new Refusal(avro.getAt(), avro.getReason(), avro.getDetail(), avro.getUri());
  }

  private static io.weir.avro.SkippedRow toAvro(SkippedRow row) {
    return new io.weir.avro.SkippedRow(row.line(), row.entryId(), row.text(), row.reason());
  }

  private static SkippedRow toDomain(io.weir.avro.SkippedRow avro) {
    return new SkippedRow(avro.getLine(), avro.getEntryId(), avro.getText(), avro.getReason());
  }

  private static PartialSource toAvro(Source source) {
    return new PartialSource(source.uri(), source.sha256(), source.publishedOn().orElse(null));
  }

  private static Source toDomain(PartialSource avro) {
    return new Source(avro.getUri(), avro.getSha256(), Optional.ofNullable(avro.getPublishedOn()));
  }
}
