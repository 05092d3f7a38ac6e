package io.weir.avro;

import io.weir.address.AddressKey;
import io.weir.domain.LookbackReport;
import java.util.Optional;

/** {@link LookbackReport} and its Avro record, both ways. */
final class ReportCodec {
  private ReportCodec() {}

  static io.weir.avro.LookbackReport toAvro(LookbackReport report) {
    LookbackReport.Range range = report.range();
    LookbackReport.Work work = report.work();
    return new io.weir.avro.LookbackReport(
        report.reportId(),
        Enums.as(LookbackState.class, report.state()),
        report.key().toString(),
        report.position(),
        report.question().orElse(null),
        report.added().stream().map(ListingCodec::toAvro).toList(),
        report.removed().stream().map(ListingCodec::toAvro).toList(),
        range.topic(),
        range.partition(),
        range.fromOffset(),
        range.toOffset(),
        range.nextOffset(),
        range.fromTime().orElse(null),
        range.toTime().orElse(null),
        work.segments(),
        work.segmentsRead(),
        work.examined(),
        work.matched(),
        work.opened(),
        work.closed(),
        report.startedAt(),
        report.reportedAt());
  }

  static LookbackReport toDomain(io.weir.avro.LookbackReport avro) {
    return new LookbackReport(
        avro.getReportId(),
        Enums.as(LookbackReport.State.class, avro.getState()),
        AddressKey.parse(avro.getAddressKey()),
        avro.getListPosition(),
        Optional.ofNullable(avro.getQuestionId()),
        avro.getAdded().stream().map(ListingCodec::toDomain).toList(),
        avro.getRemoved().stream().map(ListingCodec::toDomain).toList(),
        new LookbackReport.Range(
            avro.getTopic(),
            avro.getPartition(),
            avro.getFromOffset(),
            avro.getToOffset(),
            avro.getNextOffset(),
            Optional.ofNullable(avro.getFromTime()),
            Optional.ofNullable(avro.getToTime())),
        new LookbackReport.Work(
            avro.getSegments(),
            avro.getSegmentsRead(),
            avro.getTransfersExamined(),
            avro.getTransfersMatched(),
            avro.getHitsOpened(),
            avro.getHitsClosed()),
        avro.getStartedAt(),
        avro.getReportedAt());
  }
}
