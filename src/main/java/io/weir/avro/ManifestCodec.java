package io.weir.avro;

import io.weir.domain.ListManifest;
import io.weir.domain.SkippedRow;
import io.weir.domain.Source;
import java.util.Optional;

/** {@link ListManifest} and its Avro record, both ways. */
final class ManifestCodec {
  private ManifestCodec() {}

  static io.weir.avro.ListManifest toAvro(ListManifest manifest) {
    return new io.weir.avro.ListManifest(
        manifest.authority(),
        manifest.list(),
        manifest.source().publishedOn().orElse(null),
        manifest.source().sha256(),
        manifest.loadedAt(),
        manifest.entries(),
        manifest.addresses(),
        manifest.added(),
        manifest.amended(),
        manifest.removed(),
        manifest.skipped().stream()
            .map(
                row ->
                    new io.weir.avro.SkippedRow(
                        row.line(), row.entryId(), row.text(), row.reason()))
            .toList(),
        manifest.source().uri());
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
        avro.getSkipped().stream()
            .map(
                row ->
                    new SkippedRow(row.getLine(), row.getEntryId(), row.getText(), row.getReason()))
            .toList());
  }
}
