using System;
using System.Threading;
using System.Threading.Tasks;

namespace ConfigAudit.Asking.Sessions;

/// <summary>A target that can be asked. Collectors know no more of a session than this.</summary>
internal interface ICimSource : IDisposable
{
    /// <summary>How the target is asked: "Replay", "WsMan", "Mmi".</summary>
    string Protocol { get; }

    /// <summary>The moment that the answers are true of: now, or when a recording was made. Null when a recording doesn't say.</summary>
    DateTimeOffset? Now { get; }

    Task<CimAnswer> QueryAsync(CimQuery query, CancellationToken token);

    Task<CimAnswer> InvokeAsync(CimCall call, CancellationToken token);
}
