using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Facts;
using ConfigAudit.Sessions;

namespace ConfigAudit.Collectors.Vpn;

/// <summary>
/// The connections of Windows' own VPN client, through the documented route: the static method PS_VpnConnection.Get, once for the all-user
/// phonebook and once for the caller's.
/// </summary>
internal sealed class VpnCollector : Collector
{
    private const string Namespace = "root/Microsoft/Windows/RemoteAccess/Client";

    public override string Area => "Vpn";

    public override IReadOnlyList<FactType> Facts { get; } = new FactType[] { FactType<VpnConnectionFact>.Instance };

    public override IReadOnlyList<SourceInfo> Sources { get; } = new[]
    {
        new SourceInfo(Get(true).Source, new[]
        {
            "Name", "AllUserConnection", "ServerAddress", "TunnelType", "EncryptionLevel", "AuthenticationMethod", "SplitTunneling", "RememberCredential",
        }),
    };

    public override async Task<IReadOnlyList<FactSet>> CollectAsync(Collection collection, CancellationToken token)
    {
        var allUsers = collection.Source.InvokeAsync(Get(true), token);
        var callers = collection.Source.InvokeAsync(Get(false), token);
        return new FactSet[] { VpnReader.Read(collection, await allUsers.ConfigureAwait(false), await callers.ConfigureAwait(false)) };
    }

    private static CimCall Get(bool allUsers) =>
        new(Namespace, "PS_VpnConnection", "Get", new Dictionary<string, object?> { ["AllUserConnection"] = allUsers });
}
