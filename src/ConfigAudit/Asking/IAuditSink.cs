namespace ConfigAudit.Asking;

/// <summary>All that the engine can say while it runs. May be called from any thread; may block while the listener is busy.</summary>
internal interface IAuditSink
{
    /// <summary>A result.</summary>
    void Output(object item);

    /// <summary>Something went wrong with one target, and the run goes on.</summary>
    void Problem(AuditProblem problem);

    /// <summary>How far the run is.</summary>
    void Progress(AuditProgress progress);

    /// <summary>For whoever wants to follow in detail.</summary>
    void Trace(string message);
}
