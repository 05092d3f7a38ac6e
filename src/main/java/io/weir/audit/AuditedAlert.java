package io.weir.audit;

import io.weir.domain.Alert;

/** An alert and its offset on the alerts topic. */
record AuditedAlert(long offset, Alert alert) {}
