using System.Linq;

namespace ConfigAudit.Asking.Collectors.Network.Firewall;

/// <summary>What answers at the ports of the services.</summary>
internal static class FirewallOwners
{
    /// <summary>Whether it may be bound to what answers: it is, or nothing tells what it is bound to.</summary>
    public static bool MayServe(FirewallRule rule, RemoteService service) =>
        Serve(rule, service) ?? (rule.Program is null || rule.WindowsService is null);

    /// <summary>
    /// Whether what the rule is bound to answers at the service's ports: the kernel ("System") for SMB and WinRM, TermService for Remote
    /// Desktop (up to Windows 7 it
    /// was the kernel), RpcSs and RpcEptMapper for RPC. Null where that can't be told.
    /// </summary>
    public static bool? Serve(FirewallRule rule, RemoteService service)
    {
        if (rule.IsForApp)
            return false;
        if (rule.Program is null || rule.WindowsService is null)
            return null;
        var isUnbound = PortText.Is(rule.Program, FirewallRule.Any);
        var isSystem = PortText.Is(rule.Program, "System");
        var isHost = PortText.Is(rule.Program.Split('\\', '/').Last(), "svchost.exe");
        var isAnyService = PortText.Is(rule.WindowsService, FirewallRule.Any);
        if (service is RemoteService.Smb or RemoteService.WinRm)
        {
            return isUnbound || isSystem
                ? isAnyService
                    ? true
                    : rule.WindowsService == "*"
                        ? null
                        : false
                : false;
        }

        var owners = service == RemoteService.Rdp ? new[] { "TermService" } : new[] { "RpcSs", "RpcEptMapper" };
        if (!isAnyService && rule.WindowsService != "*" && !owners.Any(owner => PortText.Is(rule.WindowsService, owner)))
            return false;
        return isUnbound || isHost ? true
            : isSystem && service == RemoteService.Rdp ? null
            : false;
    }
}
