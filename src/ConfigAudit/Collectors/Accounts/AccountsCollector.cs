using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Facts;
using ConfigAudit.Sessions;

namespace ConfigAudit.Collectors.Accounts;

/// <summary>Local accounts. Description is left alone: people write passwords there.</summary>
internal sealed class AccountsCollector : Collector
{
    private static readonly CimQuery Accounts = new(
        "root/cimv2",
        "Win32_UserAccount",
        new[] { "Name", "SID", "FullName", "Disabled", "Lockout", "PasswordRequired", "PasswordExpires", "PasswordChangeable" },
        "LocalAccount=TRUE");

    public override string Area => "Account";

    public override IReadOnlyList<FactType> Facts { get; } = new FactType[] { FactType<AccountFact>.Instance };

    public override IReadOnlyList<SourceInfo> Sources { get; } = new[] { new SourceInfo(Accounts.Source, Accounts.Properties) };

    public override async Task<IReadOnlyList<FactSet>> CollectAsync(Collection collection, CancellationToken token) =>
        new FactSet[] { AccountsReader.Read(collection, await collection.Source.QueryAsync(Accounts, token).ConfigureAwait(false)) };
}
