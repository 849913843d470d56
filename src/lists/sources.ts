/** Sources that this release reads. */
export const LIST_SOURCES = ['us-csl', 'us-bis', 'us-ofac', 'us-dpl', 'csv'] as const
