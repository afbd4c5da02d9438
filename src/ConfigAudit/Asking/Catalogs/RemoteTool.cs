namespace ConfigAudit.Asking.Catalogs;

/// <summary>A remote-control program.</summary>
internal sealed record RemoteTool(string Id, string Name, string Vendor) : ListedProgram(Id, Name, Vendor);
