package dev.whetstone.services.data;

import java.util.List;

/// Writes files for other tools.
interface Exports {
    List<DataExchange.Format> formats();

    ExportReport write(ExportRequest request);
}
