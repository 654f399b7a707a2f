/** How the sample's review found its causes, one of three kinds each. */
export const sampleAnalyses = [
  {
    id: 'a1',
    title: 'How the expiry went unseen',
    analysis: {
      kind: 'five-whys',
      problem: 'Terminals in three depots could not print labels',
      nodes: [
        {
          id: 'w1',
          answer: 'The certificate of label-service had expired',
          evidence: [{ text: 'TLS alert in the terminal log' }],
        },
        {
          id: 'w2',
          parentId: 'w1',
          answer: 'Its renewal ran against the old store',
          evidence: [{ text: 'Renewal job 4410' }],
        },
        {
          id: 'w3',
          parentId: 'w1',
          answer: 'The expiry check does not know certificates at the ingress',
          cause: true,
          evidence: [{ text: 'Configuration of the check' }],
        },
        {
          id: 'w4',
          parentId: 'w2',
          answer:
            'The move in March changed the ingress only; the checklist has no step for renewal',
          assumed: true,
        },
        {
          id: 'w5',
          answer: 'Terminals restart all at once at the start of a shift',
        },
      ],
    },
  },
  {
    id: 'a2',
    title: 'How labels carried two numbers',
    analysis: {
      kind: 'fault-tree',
      topEvent: 'top',
      nodes: [
        {
          type: 'and',
          id: 'top',
          label: 'Parcel leaves with two bar codes',
          children: ['e1', 'g1'],
        },
        {
          type: 'basic',
          id: 'e1',
          label: 'Label was printed before the outage',
          probability: 0.03,
        },
        {
          type: 'or',
          id: 'g1',
          label: 'Reprint is not stopped',
          children: ['e2', 'e3'],
        },
        {
          type: 'basic',
          id: 'e2',
          label: 'Batch takes any list',
          probability: 0.9,
          cause: true,
        },
        {
          type: 'basic',
          id: 'e3',
          label: 'Sorter check is off at night',
          probability: 0.2,
        },
      ],
    },
  },
  {
    id: 'a3',
    title: 'What shaped the night',
    analysis: {
      kind: 'fishbone',
      effect: 'Five hours without a sign',
      causes: [
        {
          id: 'f1',
          category: 'Technology',
          text: 'Check reads one store',
          cause: true,
        },
        {
          id: 'f2',
          category: 'Technology',
          text: 'Open connections hide the expiry',
        },
        {
          id: 'f3',
          category: 'Process',
          text: 'Move of certificates has no checklist step',
        },
        {
          id: 'f4',
          category: 'People',
          text: 'Night shift has one line to call',
        },
        {
          id: 'f5',
          parentId: 'f3',
          text: 'Written before the ingress existed',
        },
        { id: 'f6', category: 'Environment', text: 'Friday evening' },
      ],
    },
  },
];
