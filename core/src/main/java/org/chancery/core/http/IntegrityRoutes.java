package org.chancery.core.http;

import java.util.List;
import java.util.Optional;
import org.chancery.core.oversight.IntegrityReports;
import org.chancery.core.oversight.KeptReport;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Page;

/** Integrity reports that are kept, and how things stand by the last one (requirement C14). */
final class IntegrityRoutes {
  private final IntegrityReports reports;

  IntegrityRoutes(IntegrityReports reports) {
    this.reports = reports;
  }

  /**
   * The last reports.
   *
   * @param problem what is wrong now, if anything
   */
  record ReportPage(List<KeptReport> items, Optional<String> cursor, Optional<String> problem) {}

  Response list(Exchange exchange) {
    int limit = exchange.limit(30, 200);
    Page<KeptReport> page = exchange.page(() -> reports.list(exchange.parameter("cursor"), limit));
    return Response.json(200, new ReportPage(page.items(), page.cursor(), reports.problem()))
        .with("Cache-Control", "no-store");
  }

  Response get(Exchange exchange) {
    NodeId id = Exchange.idOf(exchange.segment("report"));
    IntegrityReports.Whole whole = reports.whole(id);
    exchange.about(id);
    return Response.json(200, whole).with("Cache-Control", "no-store");
  }

  Response make(Exchange exchange) {
    KeptReport report = reports.make(exchange.actor());
    exchange.about(report.id());
    return Response.json(201, report);
  }
}
