using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Vpn;

/// <summary>The servers of a connection: the one that it goes to (ServerAddress), and those that people may choose instead
/// (ServerList).</summary>
/// <param name="Others">Of the list, without the one that it goes to.</param>
/// <param name="IsPublic">Whether one of them all stands on the internet.</param>
internal sealed record VpnServers(Reading<IReadOnlyList<string>> Others, Reading<bool?> IsPublic)
{
    private const string List = "ServerList";

    public static VpnServers Of(CimRow connection, string source)
    {
        var server = connection.Text("ServerAddress");
        var listed = (connection.Rows(List) ?? Array.Empty<CimRow>()).Select(row => row.Named("ServerAddress")).ToArray();
        var isWhole = listed.Length == connection.Count(List) && listed.All(each => each is not null);
        var others = isWhole
            ? Reading<IReadOnlyList<string>>.Of(listed.Where(each => each != server).Select(each => each!).ToArray())
            : Reading<IReadOnlyList<string>>.Unknown(
                new Gap(
                    GapKind.Unusable,
                    source,
                    new LocalText(
                        "接続のサーバの一覧に、アドレスのないものがある",
                        "a connection lists servers, and doesn't tell the address of each"
                    )
                )
            );
        var all = listed.Where(each => each is not null && each != server).Prepend(server).Select(each => Stands(each, source));
        return new VpnServers(others, ReadingExtensions.Any(all.Append(others.Then<bool?>(_ => false)).ToArray()));
    }

    private static Reading<bool?> Stands(string? server, string source) =>
        VpnServer.Address(server) is { } address
            ? Reading<bool?>.Of(AddressRanges.IsPublic(address))
            : Reading<bool?>.Unknown(
                server is null
                    ? new Gap(
                        GapKind.Unusable,
                        source,
                        new LocalText("接続のサーバが示されていない", "a connection doesn't tell its server")
                    )
                    : new Gap(
                        GapKind.NotSupported,
                        source,
                        new LocalText(
                            $"サーバ「{server}」はアドレスではなく名前で指定されている。インターネット上にあるかはDNSでしか分からない",
                            $"the server '{server}' is named, and not by an address: only DNS could tell whether it stands on the internet"
                        )
                    )
            );
}
