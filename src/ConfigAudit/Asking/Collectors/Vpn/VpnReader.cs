using System;
using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Vpn;

/// <summary>The out parameters of PS_VpnConnection.Get to connection facts.</summary>
internal static class VpnReader
{
    private const string Source = "root/Microsoft/Windows/RemoteAccess/Client:PS_VpnConnection.Get";

    private static readonly Gap Untold = new(
        GapKind.Unusable,
        Source,
        new LocalText("接続に値がないか、文書にない値である", "a connection doesn't tell it, or by a value that isn't documented")
    );

    public static FactSet<VpnConnectionFact> Read(Collection collection, CimAnswer allUsers, CimAnswer callers)
    {
        var facts = new FactSetBuilder<VpnConnectionFact>();
        facts.RestsOn(Source);
        facts.Unread(
            Untold,
            nameof(VpnConnectionFact.Tunnel),
            nameof(VpnConnectionFact.Authentication),
            nameof(VpnConnectionFact.SplitTunneling),
            nameof(VpnConnectionFact.RemembersCredential)
        );
        Read(facts, collection, allUsers, isAllUsers: true);
        Read(facts, collection, callers, isAllUsers: false);
        facts.MayLack(
            new Gap(
                GapKind.NotSupported,
                Source,
                new LocalText("他の利用者の電話帳は外部から読めない", "the phonebooks of other users can't be read from outside")
            ),
            new VpnConnectionFact { AllUsers = false }
        );
        return facts.Build();
    }

    private static void Read(FactSetBuilder<VpnConnectionFact> facts, Collection collection, CimAnswer answer, bool isAllUsers)
    {
        foreach (var result in answer.Rows)
        {
            // Without a return value it is no answer, and an empty list means nothing.
            if (result.Number("ReturnValue") is var code && code is not 0)
            {
                facts.MayLack(new Gap(GapKind.Unusable, Source, CimErrors.Returned(code)), new VpnConnectionFact { AllUsers = isAllUsers });
                continue;
            }

            // No connection is null; a list that holds anything but connections may hold any.
            var rows = result.Rows("cmdletOutput") ?? Array.Empty<CimRow>();
            if (rows.Count < result.Count("cmdletOutput"))
            {
                facts.MayLack(
                    new Gap(
                        GapKind.Unusable,
                        Source,
                        new LocalText("接続として示されたものを読めない", "what was listed as a connection can't be read")
                    ),
                    new VpnConnectionFact { AllUsers = isAllUsers }
                );
            }

            foreach (var row in rows)
            {
                var servers = VpnServers.Of(row, Source);
                var encryption = Encryption(row);
                facts.Add(
                    Connection(collection, row, isAllUsers) with
                    {
                        Encryption = facts.Known(nameof(VpnConnectionFact.Encryption), encryption),
                        ServerIsPublic = facts.Known(nameof(VpnConnectionFact.ServerIsPublic), servers.IsPublic),
                        OtherServers = facts.Known(nameof(VpnConnectionFact.OtherServers), servers.Others),
                    }
                );
            }
        }

        facts.MayLack(answer.Gap, new VpnConnectionFact { AllUsers = isAllUsers });
    }

    private static Reading<VpnEncryption?> Encryption(CimRow row) =>
        Named<VpnEncryption>(row.Text("EncryptionLevel")) switch
        {
            VpnEncryption.Custom => CustomIpsec.Read(row, Source),
            // A name of this module's, and none of Windows'.
            VpnEncryption.CustomWeak or null => Reading<VpnEncryption?>.Unknown(Untold),
            var level => Reading<VpnEncryption?>.Of(level),
        };

    private static VpnConnectionFact Connection(Collection collection, CimRow row, bool isAllUsers) =>
        new()
        {
            ComputerName = collection.ComputerName,
            Source = Source,
            Name = row.Text("Name"),
            AllUsers = row.Flag("AllUserConnection") ?? isAllUsers,
            ServerAddress = row.Text("ServerAddress"),
            Tunnel = Named<VpnTunnel>(row.Text("TunnelType")),
            Authentication = row.Texts("AuthenticationMethod"),
            SplitTunneling = row.Flag("SplitTunneling"),
            RemembersCredential = row.Flag("RememberCredential"),
        };

    /// <summary>A number isn't a name, though .NET takes it for one.</summary>
    private static E? Named<E>(string? name)
        where E : struct, Enum =>
        name?.Any(char.IsLetter) == true && Enum.TryParse<E>(name, ignoreCase: true, out var value) && Enum.IsDefined(typeof(E), value)
            ? value
            : null;
}
