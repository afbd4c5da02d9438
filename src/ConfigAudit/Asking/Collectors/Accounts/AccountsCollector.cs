using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Accounts;

/// <summary>Local accounts and administrators, profiles, the sessions of the moment, the password policy and, on request, the logons of the
/// past. Description is left alone: people write passwords there.</summary>
internal sealed class AccountsCollector : Collector
{
    private static readonly CimQuery Accounts = new(
        "root/cimv2",
        "Win32_UserAccount",
        new[] { "Name", "SID", "FullName", "Disabled", "Lockout", "PasswordRequired", "PasswordExpires", "PasswordChangeable" },
        "LocalAccount=TRUE"
    );

    private static readonly CimQuery Profiles = new(
        "root/cimv2",
        "Win32_UserProfile",
        new[] { "SID", "LocalPath", "LastUseTime", "Loaded", "Special" }
    );

    private static readonly CimQuery Sessions = new(
        "root/cimv2",
        "Win32_LogonSession",
        new[] { "LogonId", "LogonType", "StartTime", "AuthenticationPackage" },
        "LogonType=2 OR LogonType=7 OR LogonType=10 OR LogonType=11 OR LogonType=12 OR LogonType=13"
    );

    private static readonly CimQuery Users = new("root/cimv2", "Win32_LoggedOnUser", new[] { "Antecedent", "Dependent" });

    public override string Area => "Account";

    public override IReadOnlyList<FactType> Facts { get; } =
        new FactType[]
        {
            FactType<AccountFact>.Instance,
            FactType<AdministratorFact>.Instance,
            FactType<ProfileFact>.Instance,
            FactType<LogonSessionFact>.Instance,
            FactType<LogonFact>.Instance,
            FactType<PasswordPolicyFact>.Instance,
        };

    public override IReadOnlyList<SourceInfo> Sources { get; } =
        new[]
        {
            Accounts.Info,
            LocalGroup.Group.Info,
            LocalGroup.MembersInfo,
            Profiles.Info,
            Sessions.Info,
            Users.Info,
            LogonEvents.Info,
            PasswordPolicyReader.Numbers.Info,
            PasswordPolicyReader.Flags.Info,
        };

    public override async Task<IReadOnlyList<FactSet>> CollectAsync(Collection collection, CancellationToken token)
    {
        var asked = collection.Source.QueryAsync(Accounts, token);
        var group = LocalGroup.AskAsync(collection, token);
        var profiles = collection.Source.QueryAsync(Profiles, token);
        var sessions = collection.Source.QueryAsync(Sessions, token);
        var users = collection.Source.QueryAsync(Users, token);
        var numbers = collection.Source.QueryAsync(PasswordPolicyReader.Numbers, token);
        var flags = collection.Source.QueryAsync(PasswordPolicyReader.Flags, token);
        var since = LogonEvents.Since(collection);
        var events = since is null ? null : collection.Source.QueryAsync(LogonEvents.From(since.Value), token);
        var accounts = AccountsReader.Read(collection, await asked.ConfigureAwait(false));
        var administrators = AdministratorsReader.Read(collection, await group.ConfigureAwait(false), accounts);
        return new FactSet[]
        {
            AdministratorsReader.Mark(accounts, administrators),
            administrators,
            ProfilesReader.Read(collection, await profiles.ConfigureAwait(false), accounts),
            LogonSessionsReader.Read(collection, await sessions.ConfigureAwait(false), await users.ConfigureAwait(false)),
            events is null ? LogonsReader.NotAsked : LogonsReader.Read(collection, await events.ConfigureAwait(false), since!.Value),
            PasswordPolicyReader.Read(collection, await numbers.ConfigureAwait(false), await flags.ConfigureAwait(false)),
        };
    }
}
