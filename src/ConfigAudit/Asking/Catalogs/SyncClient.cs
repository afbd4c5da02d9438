namespace ConfigAudit.Asking.Catalogs;

/// <summary>A program that keeps folders in step with a service or with other machines.</summary>
internal sealed record SyncClient(string Id, string Name, string Vendor) : ListedProgram(Id, Name, Vendor)
{
    /// <summary>Whether every folder that it keeps is registered with Windows, where that has cloud files: then the registration tells
    /// whether it syncs, and that the program is there says nothing.</summary>
    public bool Registers { get; init; }
}
