using System;
using System.Globalization;
using System.Net;
using ConfigAudit.Facts;
using ConfigAudit.Sessions;
using ConfigAudit.Values;

namespace ConfigAudit.Collectors.Vpn;

/// <summary>The out parameters of PS_VpnConnection.Get to connection facts.</summary>
internal static class VpnReader
{
    private const string Source = "root/Microsoft/Windows/RemoteAccess/Client:PS_VpnConnection.Get";

    public static FactSet<VpnConnectionFact> Read(Collection collection, CimAnswer allUsers, CimAnswer callers)
    {
        var facts = new FactSetBuilder<VpnConnectionFact>();
        facts.RestsOn(Source);
        Read(facts, collection, allUsers, isAllUsers: true);
        Read(facts, collection, callers, isAllUsers: false);
        facts.MayLack(
            new Gap(GapKind.NotSupported, Source, "the phonebooks of other users can't be read from outside"),
            new VpnConnectionFact { AllUsers = false });
        return facts.Build();
    }

    private static void Read(FactSetBuilder<VpnConnectionFact> facts, Collection collection, CimAnswer answer, bool isAllUsers)
    {
        foreach (var result in answer.Rows)
        {
            // Without a return value it is no answer, and an empty list means nothing.
            if (result.Number("ReturnValue") is var code && code is not 0)
            {
                facts.MayLack(new Gap(GapKind.Unusable, Source, $"the method returned {code?.ToString(CultureInfo.InvariantCulture) ?? "nothing"}"), new VpnConnectionFact { AllUsers = isAllUsers });
                continue;
            }

            // No connection is null; a list that holds anything but connections may hold any.
            var rows = result.Rows("cmdletOutput") ?? Array.Empty<CimRow>();
            if (rows.Count < result.Count("cmdletOutput"))
                facts.MayLack(new Gap(GapKind.Unusable, Source, "what was listed as a connection can't be read"), new VpnConnectionFact { AllUsers = isAllUsers });
            foreach (var row in rows)
                facts.Add(Connection(collection, row, isAllUsers));
        }

        facts.MayLack(answer.Gap, new VpnConnectionFact { AllUsers = isAllUsers });
    }

    private static VpnConnectionFact Connection(Collection collection, CimRow row, bool isAllUsers)
    {
        var server = row.Text("ServerAddress");
        return new VpnConnectionFact
        {
            ComputerName = collection.ComputerName,
            Source = Source,
            Name = row.Text("Name"),
            AllUsers = row.Flag("AllUserConnection") ?? isAllUsers,
            ServerAddress = server,
            ServerIsPublic = IPAddress.TryParse(server, out var address) ? AddressRanges.IsPublic(address) : null,
            Tunnel = Named<VpnTunnel>(row.Text("TunnelType")),
            Encryption = Named<VpnEncryption>(row.Text("EncryptionLevel")),
            Authentication = row.Texts("AuthenticationMethod"),
            SplitTunneling = row.Flag("SplitTunneling"),
            RemembersCredential = row.Flag("RememberCredential"),
        };
    }

    private static E? Named<E>(string? name)
        where E : struct, Enum =>
        Enum.TryParse<E>(name, ignoreCase: true, out var value) && Enum.IsDefined(typeof(E), value) ? value : null;
}
