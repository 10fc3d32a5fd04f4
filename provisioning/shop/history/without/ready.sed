s/ Map<String, Readiness.Probe> probes,//
s/Readiness readiness, //
s/(readiness, registry)/(registry)/
/[Rr]eadiness/d
/probes.put/d
/@param probes/d
s/, Map<String, Readiness.Probe> probes,/,/
/Map<String, Readiness.Probe>/d
s/backing, probes, registry/backing, registry/
/health\/ready/d
/private record Ready/d
/private void ready/,/^    }/d
/readyTimeoutMs/d
/longest wait for the dependencies/d
/Path migrations/d
/health.timeout/d
