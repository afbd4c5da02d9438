using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Software;

/// <summary>
/// Whether the machine's keys were answered by the registry provider of Windows' own width. The one for 32-bit programs gives their view
/// for the native one,
/// and what 64-bit programs registered isn't in it.
/// </summary>
internal static class RegistryWidth
{
    private const string Architecture = "PROCESSOR_ARCHITECTURE";

    /// <summary>The first client that comes for 64 bits alone: Windows 11.</summary>
    private const long First64BitClient = 22000;

    /// <summary>The first server that does: 2008 R2.</summary>
    private const long First64BitServer = 7600;

    /// <summary>It is the same key in both views, and tells Windows' own width.</summary>
    private static readonly RegistryKey Environment = RegistryKey.LocalMachine(
        @"SYSTEM\CurrentControlSet\Control\Session Manager\Environment"
    );

    public static SourceInfo Source { get; } = new(Environment.Source, new[] { Architecture });

    /// <returns>Why programs of the machine may not have been seen; null where both views were read.</returns>
    public static async Task<Gap?> DoubtAsync(
        Registry registry,
        Collection collection,
        UninstallRoot native,
        UninstallRoot wow,
        CancellationToken token
    )
    {
        if (AreSame(native, wow))
        {
            return new Gap(
                GapKind.Unusable,
                native.Key.Source,
                new LocalText(
                    "32ビットプログラムのキーと内容が同じ。32ビットのプロバイダが応答した",
                    "it has the very entries of the key for 32-bit programs: a 32-bit provider answered"
                )
            );
        }

        if (!wow.IsAbsent)
            return null;
        var architecture = await registry.TextAsync(Environment, Architecture, token).ConfigureAwait(false);
        return Doubt(collection.Kind, collection.Build, native, architecture);
    }

    private static Gap? Doubt(HostKind? kind, long? build, UninstallRoot native, RegistryAnswer<string> architecture)
    {
        var is64Bit = kind == HostKind.Client ? build >= First64BitClient : kind is not null && build >= First64BitServer;
        if (is64Bit || (architecture.Value is { } name && !name.Equals("x86", StringComparison.OrdinalIgnoreCase)))
        {
            return new Gap(
                GapKind.Unusable,
                native.Key.Source,
                new LocalText(
                    "64ビットのWindowsだが、32ビットプログラムのキーが見当たらない。32ビットのプロバイダが応答した可能性がある",
                    "this Windows has 64 bits, and no key for 32-bit programs was seen: a 32-bit provider may have answered"
                )
            );
        }

        if (architecture.Value is not null)
            return null;
        return new Gap(
            architecture.Gap?.Kind ?? GapKind.Unusable,
            $"{Environment.Source}\\{Architecture}",
            new LocalText(
                "32ビットプログラムのキーが見当たらず、Windowsが64ビットか分からない",
                "no key for 32-bit programs was seen, and whether Windows has 64 bits isn't known"
            )
        );
    }

    /// <summary>Two views of a 64-bit Windows share the entries that come with it, and no program.</summary>
    private static bool AreSame(UninstallRoot native, UninstallRoot wow) =>
        native.Entries.Any(entry => !string.IsNullOrWhiteSpace(entry.DisplayName.Value))
        && new HashSet<string>(native.Entries.Select(entry => entry.KeyName), StringComparer.OrdinalIgnoreCase).SetEquals(
            wow.Entries.Select(entry => entry.KeyName)
        );
}
