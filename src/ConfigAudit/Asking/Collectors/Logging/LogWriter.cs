using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Logging;

/// <summary>The service EventLog, which writes every log and channel: while it doesn't run, what is set to be recorded isn't. A recording
/// that doesn't hold it contradicts nothing.</summary>
internal sealed class LogWriter
{
    private const string Service = "EventLog";

    private readonly Gap? _idle;

    public LogWriter(CimAnswer services)
    {
        var writer = new ServiceState(services, Service);
        _idle =
            writer.Works.Value == false
                ? new Gap(
                    GapKind.Unusable,
                    $"root/cimv2:Win32_Service.Name={Service}",
                    new LocalText(
                        "ログを書き込むサービスが無効又は停止しているため、設定があってもログは記録されない",
                        "the service that writes the logs is disabled or doesn't run, so the log's settings are those of no log"
                    )
                )
                : writer.Gap;
    }

    public static CimQuery Query { get; } = ServiceState.Query(Service);

    /// <summary>How large a log may grow.</summary>
    public Reading<long?> Limit(Reading<long?> set) => _idle is null ? set : Reading<long?>.Unknown(_idle);

    /// <summary>Whether something is recorded. What isn't set to be, isn't, whoever writes.</summary>
    public Reading<bool?> Records(Reading<bool?> set) => _idle is null || set.Value == false ? set : Reading<bool?>.Unknown(_idle);
}
