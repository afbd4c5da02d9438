using System.Threading;
using System.Threading.Tasks;

namespace ConfigAudit.Telling.Notices;

/// <summary>A way to tell an administrator.</summary>
internal abstract class NoticeChannel
{
    /// <summary>What is remembered as told under: the way, and to whom.</summary>
    public abstract string Id { get; }

    /// <exception cref="NoticeException">It couldn't be told.</exception>
    public abstract Task SendAsync(Notice notice, CancellationToken cancellation);
}
