using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Catalogs;

/// <summary>The releases of a build of Windows for kinds of host: one build may be a client and a server that count differently.</summary>
/// <param name="Build">Win32_OperatingSystem.BuildNumber.</param>
/// <param name="Systems">The kinds of host that it is for.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Releases">By revision, the lowest first; each is one at most, and none was released before one below it.</param>
internal sealed record WindowsBuild(long Build, IReadOnlyList<HostKind> Systems, string Title, IReadOnlyList<WindowsRelease> Releases)
{
    /// <summary>Those with security fixes, the lowest first.</summary>
    public IReadOnlyList<WindowsRelease> Security { get; } = Releases.Where(release => release.IsSecurity).ToArray();

    public bool IsFor(HostKind kind, long build) => build == Build && Systems.Contains(kind);

    /// <inheritdoc/>
    public override string ToString() => $"{Build} {string.Join(", ", Systems)}";
}
