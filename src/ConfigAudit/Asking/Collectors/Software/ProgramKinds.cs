using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Catalogs;

namespace ConfigAudit.Asking.Collectors.Software;

/// <summary>Names of programs to what the catalogues call them.</summary>
internal static class ProgramKinds
{
    /// <param name="catalogs">By which it is looked for.</param>
    /// <param name="name">DisplayName, or the name of a package.</param>
    public static IReadOnlyList<ProgramKind> Of(CatalogFolder catalogs, string name)
    {
        var plain = ProductName.Plain(name);
        var kinds = new List<ProgramKind>();
        if (catalogs.RemoteTools.Any(tool => tool.Programs.Has(plain)))
            kinds.Add(ProgramKind.RemoteControl);
        // Where every folder is registered, the registration tells: OneDrive is installed for everybody.
        if (catalogs.SyncClients.Any(client => !client.Registers && client.Programs.Has(plain)))
            kinds.Add(ProgramKind.SyncClient);
        if (catalogs.VpnClients.Any(client => client.Programs.Has(plain)))
            kinds.Add(ProgramKind.VpnClient);
        return kinds;
    }
}
